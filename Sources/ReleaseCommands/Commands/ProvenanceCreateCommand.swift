internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release provenance create`: how a release was built, as SLSA writes it.
struct ProvenanceCreateCommand: Command {
  var file = ""
  var root: String?
  var pin: PrefixedDigest?
  var keys: [KeySource] = []
  var ring = KeyRingOptions()
  var output: String?
  var builder: BuilderName?
  var invocation: String?
  var startedAt: Timestamp?
  var finishedAt: Timestamp?
  var byproducts: [String] = []
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "provenance create", "Write SLSA provenance for the release of a manifest", in: .evidence,
    [
      .positional("manifest", \.file, "The signed manifest; a statement where there is no trust root"),
      .option("--trust", \.root, "root", "The trust root; default: the one that the configuration names"),
      .option(
        "--trust-pin", \.pin, "sha256:…", "The digest of a root that the trust root must follow from"),
      .option(
        "--key -k", \.keys, "source", "Sign with this key: \(KeySource.forms); default: not signed",
        env: "RELEASE_KEY"),
      .option("--output", \.output, "file", "Write here instead of to stdout"),
      .option(
        "--builder", \.builder, "uri", "Who builds, or `local`; default: as the CI's variables say",
        env: "RELEASE_BUILDER"),
      .option(
        "--invocation", \.invocation, "id", "The run; default: as the CI's variables say",
        env: "RELEASE_INVOCATION"),
      .option("--started-at", \.startedAt, "time", "When the run began (RFC 3339)"),
      .option("--finished-at", \.finishedAt, "time", "When the run ended (RFC 3339)"),
      .option("--byproduct", \.byproducts, "file", "A file that the run left besides, such as its log"),
    ] + KeyRingOptions.lifted(at: \.ring) + [.flag("--dry-run", \.isDryRun, "Print it and write no file")],
    discussion: """
      The run on GitHub Actions or GitLab CI is found in variables that `release help environment` lists; no others are \
      read. It must be a run of the manifest's commit, on its tag or on a branch. The same inputs give the same bytes.
      """,
    examples: [
      "release provenance create 1.5.0.json --key env:RELEASE_SIGNING_KEY --output 1.5.0.intoto.json",
      "release provenance create 1.5.0.json --builder local",
    ], exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspaceWithoutGit()
    let (manifest, digest) = try manifest(in: workspace, session)
    let run = try BuildRun(
      in: CIEnvironment(variables: session.world.environment), builder: builder?.builder,
      invocation: invocation, startedAt: startedAt, finishedAt: finishedAt,
      byproducts: try collected(in: workspace, session))
    let provenance = try Provenance(of: manifest, digest: digest, builtIn: run)
    return try answer(provenance, of: digest, in: workspace, session)
  }

  /// The manifest as the trust root lets it stand; where there is no root, as it says.
  private func manifest(
    in workspace: Workspace, _ session: Session
  ) throws -> (manifest: Manifest, digest: Digest) {
    let path = workspace.path(workspace.configuration.trust)
    let hasRoot = try root != nil || session.world.files.status(path) != nil
    guard hasRoot || pin != nil else { return try unproven(session) }
    let judge = try TrustOptions(root: root, pin: pin).judge(in: workspace, session)
    let verified = try session.verifiedManifest(file, by: judge, in: workspace)
    return (verified.manifest, verified.digest)
  }

  private func unproven(_ session: Session) throws -> (manifest: Manifest, digest: Digest) {
    let stated = try StatedManifest(parsing: session.world.files.read(session.path(file), limit: 8 << 20))
    session.console.warning("the manifest is not verified: there is no trust root")
    return (stated.manifest, stated.digest)
  }

  private func collected(in workspace: Workspace, _ session: Session) throws -> [ResourceDescriptor] {
    let collector = ContentsCollector(files: session.world.files, root: workspace.root)
    return try collector.artifacts(byproducts.map(session.path))
      .map { ResourceDescriptor(name: $0.path.text, sha256: $0.sha256) }
  }

  private func answer(
    _ provenance: Provenance, of manifest: Digest, in workspace: Workspace, _ session: Session
  ) throws -> Answer {
    try session.refuse(
      output,
      over: [file, root ?? workspace.path(workspace.configuration.trust)] + byproducts
        + keys.flatMap(\.files) + ring.publicKeys)
    var envelope = provenance.statement.envelope
    if !keys.isEmpty {
      let ring = try ring.ring(session)
      for source in keys { try envelope.sign(with: ring.signer(source)) }
    }
    let bytes = keys.isEmpty ? envelope.payload : envelope.bytes
    let target = output == "-" ? nil : output
    let document: JSONObject = [
      "provenance_digest": .string(envelope.payloadDigest.hex), "manifest_digest": .string(manifest.hex),
      "builder": .string(provenance.builder.text), "invocation_id": JSONValue(provenance.invocation),
      "output": JSONValue(target), "signatures": .array(envelope.signatures.map { .string($0.keyID) }),
      "provenance": .object(provenance.statement.predicate),
    ]
    guard let target, !isDryRun else { return Answer(bytes: bytes, document: document) }
    try session.world.files.put(bytes, at: session.path(target))
    return Answer("\(target, as: .path)", document: document)
  }
}
