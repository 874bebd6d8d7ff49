internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release trust update`: the next trust root, proposed, signed by one holder after another, and brought into force.
struct TrustUpdateCommand: Command {
  var added: [RoleValue] = []
  var removed: [RoleValue] = []
  var thresholds: [RoleValue] = []
  var expires: TimeSpan?
  var signKeys: [KeySource] = []
  var ring = KeyRingOptions()
  var proposal: String?
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "trust update", "Propose, sign and bring into force the next trust root", in: .evidence,
    [
      .option(
        "--add-key", \.added, "role=pub.pem", "A key that gets a role; without a role it gets every role"),
      .option(
        "--remove-key", \.removed, "role=keyid",
        "A key that loses a role, by its id or the first 8 digits and more; without a role it loses every role"
      ),
      .option(
        "--threshold", \.thresholds, "role=n", "How many keys of a role must sign; without a role: of each"),
      .option("--expires", \.expires, "span", "When it must have been renewed, from now; default: as before"),
      .option(
        "--sign-key", \.signKeys, "source", "Sign with this key of the role `root`: \(KeySource.forms)",
        env: "RELEASE_KEY", required: true),
    ] + KeyRingOptions.lifted(at: \.ring) + [
      .option(
        "--proposal", \.proposal, "file",
        "Where the root waits for signatures; default: `<version>.pending.json` beside the trust root"),
      .flag("--dry-run", \.isDryRun, "Print the root and change nothing"),
    ],
    discussion: """
      Root N+1 needs the signatures that root N asks for and those that it asks for itself. Until it has them it waits \
      in a file of its own, and the command ends with 4: pass that file to the next holder, who runs `release trust \
      update --sign-key …` without changes. With the last signature it comes into force. An expired root can still hand \
      over.
      """,
    examples: [
      "release trust update --add-key release=new.pub.pem --remove-key release=0cb24fb5 --sign-key root.pem",
      "release trust update --expires 365d --sign-key agent:SHA256:…",
      "release trust update --sign-key other-root.pem",
    ], exits: [.done, .refused, .usage, .environment, .pending])

  func run(in session: Session) async throws -> Answer {
    let folder = TrustFolder(try session.workspaceWithoutGit(), session)
    return try isDryRun ? update(folder, session) : folder.locked { try update(folder, session) }
  }

  private func update(_ folder: TrustFolder, _ session: Session) throws -> Answer {
    let chain = try folder.chain()
    let path = try folder.proposalPath(proposal, version: (chain?.current.version ?? 0) + 1)
    var proposal = try proposal(at: path, in: folder, after: chain?.current, session)
    let ring = try ring.ring(session, expecting: proposal.root.keys.values.map(\.publicKey))
    try ring.sign(&proposal, with: signKeys)
    return try TrustConclusion(proposal, at: path, in: folder, isDryRun: isDryRun, now: session.now).answer()
  }

  /// The root that waits for signatures, or a new one with the changes that were asked for.
  private func proposal(
    at path: String, in folder: TrustFolder, after current: TrustRoot?, _ session: Session
  ) throws -> TrustProposal {
    let waiting = try folder.proposal(at: path, after: current)
    let change = try change(session)
    guard !change.isEmpty else {
      guard let waiting else { throw TrustProblem.nothingToChange(path: path) }
      // Whoever can write here may have put it here: the first holder of `root` says what is to change.
      guard waiting.isVouchedFor else { throw TrustProblem.unvouched(path: path) }
      return waiting
    }
    guard let current else { throw TrustSourceError.missing(path: folder.path) }
    let next: TrustRoot
    do { next = try current.next(change) } catch { throw TrustProblem.change(error) }
    // The same change again adds a signature; another one would throw away those that are there.
    if let waiting, !waiting.root.isSame(as: next) { throw TrustProblem.otherProposal(path: path) }
    return waiting ?? TrustProposal(next, after: current)
  }

  private func change(_ session: Session) throws -> TrustRootChange {
    TrustRootChange(
      added: try added.map { entry in
        let key = try session.publicKey(entry.value)
        return (entry.role, TrustRoot.Key(publicKey: key, name: TrustDraft.name(of: entry.value)))
      },
      removed: removed.map { ($0.role, $0.value) },
      thresholds: try thresholds.map { ($0.role, try TrustDraft.threshold($0.value)) },
      expires: expires.map { session.fileTime.advanced(by: $0) })
  }
}

extension TrustRoot {
  /// Whether a root is another but for its expiry, which a span from now puts elsewhere in each second.
  fileprivate func isSame(as other: TrustRoot) -> Bool {
    var other = other
    let apart = abs(other.expires.secondsSinceEpoch - expires.secondsSinceEpoch)
    if apart < 86_400 { other.expires = expires }
    return self == other
  }
}
