/// What a lock file is to be read for.
package struct VersionFileContext: Hashable, Sendable {
  /// The names of the packages whose versions are written; Python's are compared in the normal form of PEP
  /// 503.
  package var packages: Set<String>
  /// The folder of the package below that of `package-lock.json`: empty for the same one, else `packages/a`.
  package var folder: String

  /// Makes a context; without names and folder it is that of any file but a lock.
  package init(packages: Set<String> = [], folder: String = "") {
    self.packages = packages
    self.folder = folder
  }
}
