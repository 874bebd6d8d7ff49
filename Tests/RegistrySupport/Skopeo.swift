internal import Effects
internal import Foundation
internal import ReleaseSigning
internal import WorldSupport

/// The program `skopeo` as the other client of a registry.
package struct Skopeo: Sendable {
  /// What it shows the registry.
  package enum Credentials: Hashable, Sendable {
    case none
    case password(user: String, password: String)
    /// A file as `~/.docker/config.json` is one.
    case file(String)
  }

  /// The media types in which an image is pushed.
  package enum Format: String, Sendable {
    case oci
    case docker = "v2s2"
  }

  /// What it finds out about an image.
  package struct Inspection: Hashable, Sendable, Decodable {
    package let digest: String
    package let labels: [String: String]?
    package let layers: [String]
    package let architecture: String
    package let tags: [String]?

    private enum CodingKeys: String, CodingKey {
      case digest = "Digest"
      case labels = "Labels"
      case layers = "Layers"
      case architecture = "Architecture"
      case tags = "RepoTags"
    }
  }

  private let address: String
  private let certificates: String?
  private let credentials: Credentials
  private let scratch: Scratch

  private static let programs = RealPrograms("skopeo")

  /// Whether tests that need it are to run; in CI always.
  package static var isAvailable: Bool { programs.areWanted }

  /// A client of what answers at an address, without TLS where there are no certificates.
  package init(at address: String, certificates: String? = nil, credentials: Credentials = .none) throws {
    try Self.programs.require()
    (self.address, self.certificates, self.credentials) = (address, certificates, credentials)
    scratch = try Scratch()
  }

  /// A client of a registry, with the registry's own account.
  package init(_ registry: LocalRegistry) throws {
    let account = registry.account.map { Credentials.password(user: $0.user, password: $0.password) }
    try self.init(
      at: registry.address, certificates: registry.certificates, credentials: account ?? .none)
  }

  /// Pushes an image or an index of a layout with all that it names, and returns its digest in the registry.
  ///
  /// Without a format the bytes stay as they are, and with them the digest.
  @discardableResult
  package func push(
    _ layout: String, tag: String, to name: String, format: Format? = nil
  ) throws -> String {
    let file = scratch.at("digest-\(UInt64.random(in: 0 ... .max))")
    let form = format.map { ["--format", $0.rawValue] } ?? ["--preserve-digests"]
    try run(
      ["copy", "--all", "--digestfile", file] + form + options("dest-")
        + ["oci:\(layout):\(tag)", remote(name)])
    let text = String(decoding: try scratch.files.read(file, limit: 1 << 10), as: UTF8.self)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Pulls an image or an index with all that it names into a layout.
  package func pull(_ name: String, to layout: String, tag: String) throws {
    try run(
      ["copy", "--all", "--preserve-digests"] + options("src-") + [remote(name), "oci:\(layout):\(tag)"])
  }

  /// Returns the bytes of a manifest or an index, as `name:tag` or `name@sha256:…` finds them.
  package func manifest(_ name: String) throws -> [UInt8] {
    try run(["inspect", "--raw"] + options("") + [remote(name)])
  }

  /// Returns the digest of a manifest or an index.
  package func digest(_ name: String) throws -> String { "sha256:" + Digest.sha256(try manifest(name)).hex }

  /// Returns what it says of an image; of an index, of this machine's platform.
  package func inspect(_ name: String) throws -> Inspection {
    let output = try run(["inspect"] + options("") + [remote(name)])
    return try JSONDecoder().decode(Inspection.self, from: Data(output))
  }

  /// Returns the tags of a repository.
  package func tags(_ repository: String) throws -> [String] {
    struct List: Decodable { let Tags: [String] }
    let output = try run(["list-tags"] + options("") + [remote(repository)])
    return try JSONDecoder().decode(List.self, from: Data(output)).Tags
  }

  /// Deletes what a tag or a digest names.
  package func delete(_ name: String) throws { try run(["delete"] + options("") + [remote(name)]) }

  private func remote(_ name: String) -> String { "docker://\(address)/\(name)" }

  private func options(_ side: String) -> [String] {
    let trust =
      certificates.map { ["--\(side)cert-dir", $0] } ?? ["--\(side)tls-verify=false"]
    return switch credentials {
    case .none: trust + ["--\(side)no-creds"]
    case .password(let user, let password): trust + ["--\(side)creds", "\(user):\(password)"]
    case .file(let path): trust + ["--authfile", path]
    }
  }

  /// Runs it with any arguments and returns what it wrote.
  ///
  /// - Throws: `Failure` for any status but 0.
  @discardableResult
  package func run(_ arguments: [String]) throws -> [UInt8] {
    let result = try Scratch.programs.run(
      Subprocess(
        argv: ["skopeo", "--insecure-policy", "--tmpdir", scratch.path] + arguments, directory: scratch.path,
        environment: RealPrograms.environment(home: scratch.path), timeout: 300))
    guard result.status == .exited(0) else {
      throw Failure(arguments: arguments, said: String(decoding: result.errorOutput, as: UTF8.self))
    }
    return result.output
  }

  /// It did not do what it was asked.
  package struct Failure: Error {
    package let arguments: [String]
    package let said: String
  }
}
