internal import OCIImages

/// Why an image cannot be part of a release.
enum ImageProblem: Error {
  /// It is not pinned as it must be: what was written.
  case notPinned(String, String)
  /// The configuration does not say where it is published.
  case unknown(String)
  /// Two images have one name.
  case twice(String)
  /// It is asked for by a tag that is everything, and so nothing: where.
  case latest(String, String)
  /// The engine knows it, and no or several digests of it in the repository.
  case notPushed(String, repository: String, digests: Int)
  /// Its labels do not say what the release says.
  case labels(String, [String])
  /// It is larger than the project allows.
  case size(String, platform: String, size: ByteCount, budget: ByteCount)
  /// It runs on what no platform is called.
  case platform(String, String)
  /// The engine does not answer, or not in its form.
  case engine(String)
  /// A build's metadata cannot be used.
  case metadata(path: String, String)

  /// Whether a platform can stand in a manifest: words of lower-case letters, digits, `.`, `_` and `-`.
  static func isPlatform(_ platform: Platform) -> Bool {
    [platform.os, platform.architecture, platform.variant ?? "-"].allSatisfy { word in
      (1...64).contains(word.utf8.count)
        && word.utf8.allSatisfy { byte in
          (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "._-".utf8.contains(byte)
        }
    }
  }
}
