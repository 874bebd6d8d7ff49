internal import ReleaseManifests

/// Where files that are no archives go: below their folder, whose own name is left out.
struct PlainFiles {
  private let prefix: String

  /// Takes the folder's name from the settings, or else the first part that all plain files share.
  init(_ artifacts: [Manifest.Artifact], root: String?) {
    if let root {
      prefix = root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
    } else {
      let plain = artifacts.map(\.path).filter { Archive($0) == nil }
      let firsts = Set(plain.map(Self.firstPart))
      prefix = firsts.count == 1 ? firsts.first ?? "" : ""
    }
  }

  /// Returns a file's place in the release.
  func place(of path: ArtifactPath) -> String {
    path.text.utf8.starts(with: prefix.utf8)
      ? String(decoding: path.text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : path.text
  }

  /// `dist/` of `dist/bin/app`; nothing of `app`.
  private static func firstPart(_ path: ArtifactPath) -> String {
    path.text.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path.text[...$0]) } ?? ""
  }
}
