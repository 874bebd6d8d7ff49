internal import ArgumentSyntax
internal import Effects
internal import OCIImages
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

/// `release publish`: the images of a release in their registry, with tags and proofs.
struct PublishCommand: Command {
  var file = ""
  var destination = PublishDestination.registry
  var images: [ImageOption] = []
  var provenance: [String] = []
  var folder: String?
  var chunk: ByteCountValue?
  var trusting = TrustOptions()
  var ledger = LedgerOptions()
  var registry = RegistryOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "publish", "Tag a release's images and attach what proves it", in: .evidence,
    [
      .positional("file", \.file, "The signed manifest"),
      .option("--to", \.destination, "where", "`registry`; not supported: `github`, `gitlab`"),
      .option(
        "--image", \.images, "name=where",
        "Where an image is that its registry does not have: a layout, an archive or another repository, as for `seal`"
      ),
      .option("--provenance", \.provenance, "file", "Signed SLSA provenance to attach"),
      .option(
        "--artifacts", \.folder, "dir", "The folder that bills of materials lie below; default: the project's"
      ),
      .option("--chunk", \.chunk, "size", "Send blobs in pieces of this size; default: each as a whole"),
    ] + TrustOptions.lifted(at: \.trusting) + LedgerOptions.lifted(at: \.ledger)
      + RegistryOptions.lifted(at: \.registry) + [
        .flag("--dry-run", \.isDryRun, "Print the plan and change nothing")
      ],
    discussion: """
      The manifest is verified first. Each image gets the tags of version and commit, `1.5.0` and `sha-<12>`; one that \
      leads to another image is never moved. Manifest, provenance, bills of materials and the verdicts of gates are \
      attached as OCI artifacts, so that `release verify REGISTRY/NAME:TAG` finds them. Running it again does what is \
      missing.
      """,
    examples: [
      "release publish .release/manifests/1.5.0.json --to registry",
      "release publish 1.5.0.json --to registry --image api=oci-layout:build/api",
    ], exits: [.done, .refused, .usage, .environment], exclusions: TrustOptions.exclusions)

  func run(in session: Session) async throws -> Answer {
    guard destination == .registry else { throw NotSupported("publishing to \(destination.rawValue)") }
    let workspace = try session.workspaceWithoutGit()
    let judge = try trusting.judge(in: workspace, session)
    let verified = try session.verifiedManifest(file, by: judge, in: workspace)
    let gathering = ImageGathering(
      session: session, configuration: workspace.configuration,
      access: try RegistryAccess(registry, chunk: chunk?.count.bytes, in: session))
    let planning = PublicationPlanning(
      gathering: gathering, verified: verified, sources: images,
      attachments: try attachments(of: verified, judge, workspace, session))
    let publications = try await planning.publications()
    if isDryRun {
      return PublishAnswer(verified, publications, publications.map(\.plan), isDone: false).answer
    }
    var done: [[PublishStep]] = []
    for publication in publications {
      done.append(
        try await publication.perform(of: verified.manifest) { blob in
          session.console.verbose("sending \(blob.digest.prefixed), \(ByteCount(bytes: blob.size).text)")
        })
    }
    return PublishAnswer(verified, publications, done, isDone: true).answer
  }

  private func attachments(
    of verified: VerifiedManifest, _ judge: TrustJudge, _ workspace: Workspace, _ session: Session
  ) throws -> [Attachment] {
    let collector = AttachmentCollector(session: session, workspace: workspace, verified: verified)
    let source = try judge.chain.map { try ledger.source(in: workspace, trust: $0, session) }
    return try [Attachment(verified)] + collector.provenance(provenance, judgedBy: judge)
      + collector.sboms(below: folder.map(session.path) ?? workspace.root)
      + collector.gates(in: source)
  }
}

/// Where a release is published.
enum PublishDestination: String, CaseIterable, ArgumentValue {
  case registry, github, gitlab
}

/// A number of bytes on the command line: `64MiB`.
struct ByteCountValue: Hashable, Sendable, ArgumentValue {
  let count: ByteCount

  init(argument: String) throws(ArgumentValueError) {
    guard let count = ByteCount(argument), count.bytes > 0 else {
      throw .form("a size, such as `64MiB`")
    }
    self.count = count
  }
}
