internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release manifest export`: a signed manifest in the form that another tool reads.
struct ManifestExportCommand: Command {
  var file = ""
  var format = ManifestFormat.checksums
  var trusting = TrustOptions()
  var output: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "manifest export", "Write a signed manifest in the form of another tool", in: .evidence,
    [
      .positional("file", \.file, "The signed manifest"),
      .option(
        "--format", \.format, "form",
        "`sha256sums`: the list that `sha256sum --check` reads; `sigstore`: a sigstore bundle (v0.3)",
        required: true),
      .option("--output", \.output, "file", "Write here instead of to stdout"),
    ] + TrustOptions.lifted(at: \.trusting),
    discussion: """
      The manifest is verified first: what nobody who counts has signed is not exported. A list of checksums is signed \
      with `release sign --artifact SHA256SUMS`; a bundle carries one signature, that of the first key that counts.
      """,
    examples: [
      "release manifest export 1.5.0.json --format sha256sums --output SHA256SUMS",
      "release manifest export 1.5.0.json --format sigstore --key release.pub.pem",
    ], exits: [.done, .refused, .usage, .environment], exclusions: TrustOptions.exclusions)

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspaceWithoutGit()
    let judge = try trusting.judge(in: workspace, session)
    let verified = try session.verifiedManifest(file, by: judge, in: workspace)
    let content =
      switch format {
      case .checksums: ChecksumList(verified.manifest).bytes
      case .sigstore: try SigstoreBundle(verified).bytes
      }
    let document: JSONObject = [
      "format": .string(format.rawValue), "manifest_digest": .string(verified.digest.hex),
      "content": .string(String(decoding: content, as: UTF8.self)), "output": JSONValue(output),
    ]
    guard let output, output != "-" else { return Answer(bytes: content, document: document) }
    try session.refuse(output, over: [file] + trusting.files(in: workspace))
    try session.world.files.put(content, at: session.path(output))
    return Answer("\(output, as: .path)", document: document)
  }
}

/// The forms of a manifest for other tools.
enum ManifestFormat: String, CaseIterable, ArgumentValue {
  case checksums = "sha256sums"
  case sigstore
}

/// A manifest that does not hold, where one that does is needed.
struct ReleaseRefused: Error {
  let refusals: [Refusal]
}
