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
  var reproducedBy: String?
  var component: String?
  var readsLayers = false
  var builders: [BuilderName] = []
  var registry = RegistryOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "verify", "Check a signed manifest and what it speaks of", in: .evidence,
    [
      .positional(
        "file", \.file,
        "The signed manifest, or the image that one is attached to: `REGISTRY/NAME:TAG`, `…@sha256:…`")
    ] + TrustOptions.lifted(at: \.trusting) + [
      .option("--artifacts", \.artifacts, "dir", "Check the files of the release below this folder"),
      .flag("--exact", \.isExact, "Refuse files below that folder that the manifest does not name"),
      .option("--image", \.images, "name=sha256:…", "Check that an image runs under this digest"),
      .flag("--layers", \.readsLayers, "Read every layer of the image and compare its digest"),
      .option(
        "--builder", \.builders, "uri",
        "Demand provenance of the image by this builder; default: those of the configuration"),
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
      .option(
        "--reproduced-by", \.reproducedBy, "file",
        "Check that a second build, by its manifest, made the same files and images"),
    ] + RegistryOptions.lifted(at: \.registry),
    discussion: """
      Makes no network call for a file; for an image it asks the image's registry. Every reason against a release is \
      told at once; nothing of a payload is looked at before its signature holds.
      """,
    examples: [
      "release verify 1.5.0.json --trust trust/root.json --artifacts .",
      "release verify registry.example/acme/api:1.5.0 --trust trust/root.json",
      "release verify 1.5.0.json --environment production --ledger /srv/ledger --json",
    ], exits: [.done, .refused, .usage, .environment], exclusions: TrustOptions.exclusions)

  func run(in session: Session) async throws -> Answer {
    let verification = try Verification(self, in: session)
    guard let image = try ImageWord(file).image() else {
      if readsLayers { throw VerificationProblem.withoutImage("--layers") }
      if !builders.isEmpty { throw VerificationProblem.withoutImage("--builder") }
      return VerificationAnswer(try await verification.report(on: manifest(session))).answer
    }
    let repository = try RegistryAccess(registry, in: session).repository(of: image)
    let accepted = verification.workspace.configuration.provenance.builders
    let images = ImageVerification(
      verification: verification, name: image, repository: repository,
      builders: builders.isEmpty ? accepted : builders.map(\.builder), readsLayers: readsLayers)
    return VerificationAnswer(try await images.report()).answer
  }

  private func manifest(_ session: Session) throws -> ManifestEvidence {
    do { return .envelope(try session.world.files.read(session.path(file), limit: 8 << 20)) } catch {
      if case .tooLarge = error { return .tooLong }
      throw error
    }
  }
}
