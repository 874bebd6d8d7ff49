internal import ReleaseSigning

/// The files of a release as `sha256sum --check` reads them (GNU coreutils): digest, two blanks, path.
package struct ChecksumList: Hashable, Sendable {
  /// The list, one line a file in the order of the manifest; artifact paths need none of the format's escapes.
  package let bytes: [UInt8]

  /// Lists the artifacts and bills of materials of a manifest.
  package init(_ manifest: Manifest) {
    let files = manifest.artifacts.map { ($0.path, $0.sha256) } + manifest.sboms.map { ($0.path, $0.sha256) }
    let lines = files.map { path, digest in "\(digest.hex)  \(path.text)\n" }
    bytes = Array(lines.joined().utf8)
  }
}
