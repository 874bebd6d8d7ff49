internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release manifest show`: what a manifest says, believed or not.
struct ManifestShowCommand: Command {
  var file = ""
  var global = GlobalOptions()

  static let syntax = declare(
    "manifest show", "Show what a manifest says, without checking it", in: .evidence,
    [.positional("file", \.file, "A manifest, signed or not")],
    discussion: "Nothing that it prints is proven; `release verify` does that.",
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let bytes = try session.world.files.read(session.path(file), limit: 8 << 20)
    let envelope = try? Envelope(parsing: bytes, expecting: PayloadType.statement)  // or a bare statement
    let manifest = try Manifest(Statement(parsing: envelope?.payload ?? bytes))
    var document: JSONObject = [
      "signed_by": .array((envelope?.signatures ?? []).map { .string($0.keyID) }),
      "manifest_digest": .string((envelope ?? manifest.statement.envelope).payloadDigest.hex),
      "verified": false,
    ]
    document["manifest"] = .object(manifest.predicate)
    return Answer(lines: ManifestWording.lines(manifest), document: document)
  }
}
