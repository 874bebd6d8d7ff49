internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release verify`: what a deploy host asks before it runs anything.
struct VerifyCommand: Command {
  var file = ""
  var trusting = TrustOptions()
  var artifacts: String?
  var images: [ImageDigest] = []
  var commit: CommitDigits?
  var environment: String?
  var ledger: String?
  var maxAge: TimeSpan?
  var isExact = false
  var isRederived = false
  var component: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "verify", "Check a signed manifest and what it speaks of", in: .evidence,
    [
      .positional("file", \.file, "The signed manifest")
    ] + TrustOptions.lifted(at: \.trusting) + [
      .option("--artifacts", \.artifacts, "dir", "Check the files of the release below this folder"),
      .flag("--exact", \.isExact, "Refuse files below that folder that the manifest does not name"),
      .option("--image", \.images, "name=sha256:…", "Check that an image runs under this digest"),
      .option("--commit", \.commit, "sha", "Check that the release was made of this commit"),
      .option(
        "--environment", \.environment, "env",
        "Check that by the ledger the release runs there or is on its way"),
      .option("--ledger", \.ledger, "location", "The ledger; default: the one that the configuration names"),
      .option(
        "--max-age", \.maxAge, "span",
        "Refuse a ledger whose newest state was last confirmed longer ago than this"),
      .flag(
        "--rederive", \.isRederived,
        "Derive version, changelog and sources again from the repository and compare"),
    ],
    discussion: """
      Makes no network call. Every reason against a release is told at once; nothing of a payload is looked at before \
      its signature holds.
      """,
    examples: [
      "release verify 1.5.0.json --trust trust/root.json --artifacts .",
      "release verify 1.5.0.json --environment production --ledger /srv/ledger --json",
    ], exits: [.done, .refused, .usage, .environment], exclusions: TrustOptions.exclusions)

  func run(in session: Session) async throws -> Answer {
    let report = try await Verification(self, in: session).report(on: manifest(session))
    return VerificationAnswer(report).answer
  }

  /// The manifest; nil when it is longer than any.
  private func manifest(_ session: Session) throws -> [UInt8]? {
    do { return try session.world.files.read(session.path(file), limit: 8 << 20) } catch {
      if case .tooLarge = error { return nil }
      // Not a file, then: the name of an image, which is a matter for registries.
      if case .notFound = error, (try? ImageReference(parsing: file)) != nil {
        throw NotSupported("verifying an image where it lies; name the file of its manifest")
      }
      throw error
    }
  }
}

/// `sha256:…` on the command line.
struct PrefixedDigest: Hashable, Sendable, ArgumentValue {
  let digest: Digest

  init(argument: String) throws(ArgumentValueError) {
    guard let digest = Digest(prefixed: argument) ?? Digest(hex: argument) else {
      throw .form("`sha256:<64 hex digits>`")
    }
    self.digest = digest
  }
}

/// The name of a commit on the command line, in full or abbreviated.
struct CommitDigits: Hashable, Sendable, ArgumentValue {
  let text: String

  init(argument: String) throws(ArgumentValueError) {
    let isHex = argument.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
    }
    guard isHex, argument.utf8.count <= 64 else { throw .unshown("the name of a commit, in hex digits") }
    text = argument
  }
}

/// A role's name on the command line.
struct RoleName: Hashable, Sendable, ArgumentValue {
  let role: ReleaseManifests.Role

  init(role: ReleaseManifests.Role) { self.role = role }

  init(argument: String) throws(ArgumentValueError) {
    guard let role = ReleaseManifests.Role(argument) else {
      throw .form("a role: root, release, gate, ledger, approve:ENV or promote:ENV")
    }
    self.role = role
  }
}

/// `NAME=sha256:…` on the command line.
struct ImageDigest: Hashable, Sendable, ArgumentValue {
  let name: String
  let digest: Digest

  init(argument: String) throws(ArgumentValueError) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let text = parts.last, let place = text.range(ofLast: "sha256:"),
      let digest = Digest(hex: String(text[place...]))
    else { throw .form("`NAME=sha256:<64 hex digits>`") }
    name = parts[0]
    self.digest = digest
  }
}

extension String {
  /// The index right after the last place of a mark.
  fileprivate func range(ofLast mark: String) -> Index? {
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    guard let place = bytes.indices.last(where: { bytes[$0...].starts(with: mark) }) else { return nil }
    return utf8.index(utf8.startIndex, offsetBy: place + mark.count)
  }
}
