internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// What a release consists of beside its sources.
struct ReleaseContents: Sendable {
  var images: [Manifest.Image] = []
  var artifacts: [Manifest.Artifact] = []
  var sboms: [Manifest.SBOM] = []
}

/// `NAME=REFERENCE@sha256:…` on the command line, or `NAME=sha256:…` for an image of the configuration.
struct PinnedImage: Hashable, Sendable, ArgumentValue {
  let name: String
  private let text: String

  init(argument: String) throws(ArgumentValueError) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, Identifier.isName(parts[0]), parts[1].contains("sha256:") else {
      throw .form("`NAME=REFERENCE@sha256:…`; not supported: a tag without digest")
    }
    name = parts[0]
    text = parts[1]
  }

  /// Returns the image, its repository taken from the configuration when only the digest was given.
  ///
  /// - Throws: `ContentsError.image`.
  func image(in configuration: Configuration) throws -> Manifest.Image {
    let pinned =
      text.utf8.starts(with: "sha256:".utf8) ? configuration.images[name].map { "\($0)@\(text)" } : text
    guard let pinned else { throw ContentsError.image(name, problem: nil) }
    do {
      let reference = try ImageReference(parsing: pinned)
      return Manifest.Image(name: name, reference: reference.text, digest: reference.digest)
    } catch {
      throw ContentsError.image(name, problem: error)
    }
  }
}

/// Why files cannot be part of a release.
enum ContentsError: Error {
  /// A path leads out of the project's folder.
  case outside(path: String, root: String)
  /// A path cannot stand in a manifest.
  case path(String, ArtifactPath.Problem)
  /// A pattern of the configuration fits no file.
  case noMatch(pattern: String)
  /// Nothing is there.
  case missing(path: String)
  /// A file is no bill of materials that we know.
  case notAnSBOM(path: String)
  /// An image is not pinned as it must be; nil: the configuration does not know its repository.
  case image(String, problem: ImageReference.Problem?)
}

/// Finds and hashes the files of a release.
struct ContentsCollector: Sendable {
  let files: any Files
  /// The folder that paths in the manifest are relative to.
  let root: String

  /// Hashes files, and whatever lies below folders.
  ///
  /// - Throws: `ContentsError`, `FileError`.
  func artifacts(_ paths: [String]) throws -> [Manifest.Artifact] {
    let all = try Set(paths.flatMap(expand)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return try all.map { path in
      let name = try relative(path)
      let hashed = try files.copyHashing(path, to: nil)
      return Manifest.Artifact(
        path: name, size: hashed.size, sha256: hashed.digest, mediaType: nil,
        isExecutable: hashed.isExecutable)
    }
  }

  /// Returns the files that patterns of the configuration fit.
  func matches(_ patterns: [String]) throws -> [String] {
    try patterns.flatMap { pattern in
      let found = try Glob(pattern).matches(in: root, files)
      guard !found.isEmpty else { throw ContentsError.noMatch(pattern: pattern) }
      return found
    }
  }

  /// Hashes bills of materials and recognises their format by what is in them.
  func sboms(_ paths: [String]) throws -> [Manifest.SBOM] {
    try paths.map { path in
      let bytes = try files.read(path, limit: 64 << 20)
      guard let format = Self.format(of: bytes) else { throw ContentsError.notAnSBOM(path: path) }
      return Manifest.SBOM(path: try relative(path), sha256: Digest.sha256(bytes), format: format)
    }
  }

  private static func format(of bytes: [UInt8]) -> String? {
    // Whatever is no JSON is no bill of materials that we know.
    guard
      case .object(let object)? = try? JSONValue(
        parsing: bytes, limits: JSONLimits(bytes: 64 << 20, depth: 64))
    else { return nil }
    if object["bomFormat"] == "CycloneDX" { return "cyclonedx" }
    return object["spdxVersion"] == nil ? nil : "spdx"
  }

  private func expand(_ path: String) throws -> [String] {
    switch try files.status(path)?.kind {
    case nil: throw ContentsError.missing(path: path)
    case .directory: return try files.list(path).flatMap { try expand("\(path)/\($0)") }
    default: return [path]
    }
  }

  private func relative(_ path: String) throws -> ArtifactPath {
    let plain = PathText.normalized(path)
    let base = PathText.normalized(root)
    guard plain.utf8.starts(with: (base + "/").utf8) else {
      throw ContentsError.outside(path: path, root: root)
    }
    let name = String(decoding: plain.utf8.dropFirst(base.utf8.count + 1), as: UTF8.self)
    do { return try ArtifactPath(parsing: name) } catch { throw ContentsError.path(name, error) }
  }
}
