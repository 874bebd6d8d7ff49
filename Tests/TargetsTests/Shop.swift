import Effects
import Foundation
import ReleaseManifests
import ReleasePlanning
import ReleaseSigning
import Rollouts
import SemanticVersions
import StrictJSON
import Testing
import WorldSupport

@testable import Targets

/// A folder `dist` that releases are made of, and a folder `srv` in which they run.
struct Shop {
  let scratch: Scratch
  private let key: PrivateKey

  init() throws {
    scratch = try Scratch()
    key = try PrivateKey.generate()
    try scratch.files.makeDirectory(scratch.at("dist"))
  }

  /// The folder of the artifacts.
  var dist: String { scratch.at("dist") }

  /// The target; `settings` are more members of its configuration.
  func target(_ settings: String = "", files: (any Files)? = nil) throws -> DirectoryTarget {
    let text = "{ environments: [{ name: 'dev', target: { kind: 'directory', path: 'srv', \(settings) } }] }"
    let configuration = try Configuration(parsing: Array(text.utf8))
    guard case .directory(let directory)? = configuration.environments.first?.target else { throw NoTarget() }
    return DirectoryTarget(
      directory, relativeTo: scratch.path, files: files ?? scratch.files, subprocesses: Scratch.programs,
      variables: ProcessInfo.processInfo.environment.merging(["SHOP": "acme"]) { _, ours in ours })
  }

  struct NoTarget: Error {}

  /// Runs a shell script in `dist` and signs all files that are there then as a release.
  func release(_ version: Version, _ script: String) throws -> VerifiedManifest {
    try scratch.shell("rm -rf dist; mkdir dist; cd dist; \(script)")
    let paths = try scratch.shell("cd dist; find . -type f | cut -c3-").split(separator: "\n").map(
      String.init)
    let manifest = try manifest(version, paths.map { path in try artifact(path) })
    var envelope = manifest.statement.envelope
    try envelope.sign(with: key)
    return try #require(
      ManifestVerifier(trusting: .keys([key.publicKey]), at: .epoch).verify(envelope.bytes).verified)
  }

  /// A release of one file `app` that says its version.
  func plain(_ version: Version) throws -> VerifiedManifest {
    try release(version, "echo \(version) >app")
  }

  private func artifact(_ path: String) throws -> Manifest.Artifact {
    let file = try scratch.files.copyHashing("\(dist)/\(path)", to: nil)
    return Manifest.Artifact(
      path: try ArtifactPath(parsing: path), size: file.size, sha256: file.digest, mediaType: nil,
      isExecutable: file.isExecutable)
  }

  private func manifest(_ version: Version, _ artifacts: [Manifest.Artifact]) -> Manifest {
    let commit = String(repeating: "1", count: 40)
    return Manifest(
      project: "acme/shop", component: nil, version: version, tag: "v\(version)", channel: "stable",
      purl: nil,
      source: .init(uri: nil, commit: commit, tree: commit, tagRef: "refs/tags/v\(version)"), previous: nil,
      bump: .init(level: .patch, commits: 1), changelog: .init(markdown: ""), images: [],
      artifacts: artifacts,
      sboms: [], createdAt: .epoch, tool: .init(name: "release", version: "0.0.0"))
  }

  /// The files of the release in force, with what is in them.
  var current: String {
    get throws {
      try scratch.shell("cd srv/current/; find . -type f ! -name '.release*' | sort | xargs tail -n +1")
    }
  }

  /// The releases that lie side by side.
  var releases: [String] { get throws { try scratch.names("srv/releases") } }

  /// The permissions of a file of the release in force, in octal digits.
  func mode(_ path: String) throws -> String {
    try scratch.shell("stat -c %a srv/current/\(path)").trimmingCharacters(in: .newlines)
  }
}

extension DirectoryTarget {
  /// Prepares a release, with what lies there as what is known of it, and makes it run.
  func apply(_ release: VerifiedManifest, from artifacts: String?) throws(TargetError) {
    _ = try prepare(release, from: artifacts, inventory: try known(release.reference))
    try apply(release)
  }

  /// Whether a release lies there as its own inventory says.
  func holdsWhole(_ release: ReleaseReference) throws(TargetError) -> Bool {
    try holds(release, inventory: try known(release))
  }

  private func known(_ release: ReleaseReference) throws(TargetError) -> Digest? {
    let path = "\(folder(of: release))/\(Inventory.name)"
    return try onFiles { (files) throws(FileError) in try files.readIfPresent(path, limit: 1 << 20) }
      .map { Digest.sha256($0) }
  }
}

extension Timestamp {
  static let epoch = Timestamp(secondsSinceEpoch: 0)
}

extension VerifiedManifest {
  /// As a target tells of it.
  var running: RunningRelease {
    RunningRelease(version: manifest.version.description, manifestDigest: digest)
  }

  /// The folder that it lies in.
  var folder: String { "\(manifest.version)-\(digest.hex.prefix(12))" }
}

extension Version: ExpressibleByStringLiteral {
  /// A version as a test writes it.
  public init(stringLiteral text: String) {
    // Literals of tests are versions.
    do { try self.init(parsing: text) } catch { preconditionFailure("\(text): \(error)") }
  }
}
