internal import ArgumentSyntax
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// `release manifest diff`: what differs between two manifests, believed or not.
struct ManifestDiffCommand: Command {
  var a = ""
  var b = ""
  var tellsByExit = false
  var global = GlobalOptions()

  static let syntax = declare(
    "manifest diff", "Show what differs between two manifests, without checking them", in: .evidence,
    [
      .positional("a", \.a, "A manifest, signed or not; or the tag or version of one of the project's own"),
      .positional("b", \.b, "The manifest to compare it with"),
      .flag("--exit-code", \.tellsByExit, "End with 1 when they differ"),
    ],
    discussion: """
      Two manifests are identical when their payloads are, whoever has signed them. The same bytes under another path \
      count as renamed. Nothing that it prints is proven; `release verify` does that.
      """,
    examples: [
      "release manifest diff v1.4.2 v1.5.0", "release manifest diff ours.json theirs.json --exit-code",
    ],
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let (a, b) = (try session.statedManifest(a), try session.statedManifest(b))
    let difference = ManifestDifference(from: a, to: b)
    let isSame = difference.entries.isEmpty
    let refusal = Diagnostic(code: "manifests_differ", problem: "the manifests differ", exit: .refused)
    return Answer(
      lines: DifferenceWording.lines(difference, from: a, to: b),
      document: [
        "identical": .bool(isSame), "verified": false, "a": Self.json(a), "b": Self.json(b),
        "differences": .array(difference.entries.map(DifferenceWording.json)),
      ], refusal: tellsByExit && !isSame ? refusal : nil)
  }

  private static func json(_ stated: StatedManifest) -> JSONValue {
    [
      "version": .string(stated.manifest.version.description), "manifest_digest": .string(stated.digest.hex),
    ]
  }
}
