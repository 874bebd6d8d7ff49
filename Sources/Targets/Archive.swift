internal import ReleaseManifests

/// The kinds of archive that a release is unpacked from.
enum Archive: Hashable, Sendable {
  case tar
  case zip

  /// Recognises an archive by its name; nil for any other file.
  init?(_ path: ArtifactPath) {
    let name = path.text.lowercased()
    if name.hasSuffix(".zip") {
      self = .zip
    } else if [".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz"].contains(where: name.hasSuffix) {
      self = .tar
    } else {
      return nil
    }
  }

  /// The command that unpacks: neither owner nor special permissions of the archive are taken over.
  func command(unpacking file: String, into folder: String) -> [String] {
    switch self {
    case .tar:
      ["tar", "--extract", "--no-same-owner", "--no-same-permissions", "--file", file, "--directory", folder]
    case .zip: ["unzip", "-qq", "-o", file, "-d", folder]
    }
  }
}
