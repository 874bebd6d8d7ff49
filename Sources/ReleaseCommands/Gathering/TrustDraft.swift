internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// Why no trust root is made.
enum TrustProblem: Error {
  /// There is one already.
  case exists(path: String)
  /// A threshold is no number, or larger than the number of keys.
  case threshold(String)
  /// The project has no such name.
  case project(String)
  /// The root cannot be changed so.
  case change(TrustRootChange.Problem)
  /// Nothing was asked for, and nothing waits for signatures.
  case nothingToChange(path: String)
  /// The file is no proposal that could come into force now.
  case proposal(path: String, TrustProposal.Problem)
  /// Something else waits for signatures.
  case otherProposal(path: String)
  /// The key's signature would not count.
  case notARootKey(KeyID)
  /// Another root came into force while this one was signed.
  case raced(path: String)
  /// Older roots are missing, and nothing says that trust may begin later.
  case incomplete(oldest: Int64)
  /// No holder of `root` has signed what waits.
  case unvouched(path: String)
  /// A file of a root in force was named as a proposal.
  case proposalIsRoot(path: String)
  /// What was pinned is no digest.
  case pin(String)
  /// Nobody could believe the root from the first moment.
  case expiresInThePast(Timestamp)
}

/// A trust root made of the command line's words.
struct TrustDraft {
  let root: TrustRoot

  init(_ command: TrustInitCommand, _ session: Session) throws {
    let project = command.name ?? ""
    guard Identifier.isName(project) else { throw TrustProblem.project(project) }
    var keys: [KeyID: TrustRoot.Key] = [:]
    var holders: [ReleaseManifests.Role: [KeyID]] = [:]
    for entry in command.keys {
      let key = try session.publicKey(entry.value)
      keys[key.keyID] = TrustRoot.Key(publicKey: key, name: Self.name(of: entry.value))
      for role in entry.role.map({ [$0] }) ?? ReleaseManifests.Role.everyRole
      where holders[role]?.contains(key.keyID) != true {
        holders[role, default: []].append(key.keyID)
      }
    }
    let thresholds = try Self.thresholds(command.thresholds)
    for role in thresholds.own.keys where holders[role] == nil {
      // One environment may ask for more of those who hold a role for all.
      guard let all = role.fallback.flatMap({ holders[$0] }) else {
        throw TrustProblem.change(.noSuchRole(role))
      }
      holders[role] = all
    }
    let roles = try Dictionary(
      uniqueKeysWithValues: holders.map { role, ids in
        let threshold = thresholds.own[role] ?? thresholds.common
        guard (1...ids.count).contains(threshold) else {
          throw TrustProblem.threshold("\(role)=\(threshold)")
        }
        return (role, TrustRoot.Grant(keyIDs: ids.sorted(), threshold: threshold))
      })
    root = TrustRoot(
      project: project, version: 1, expires: session.fileTime.advanced(by: command.expires), keys: keys,
      roles: roles,
      ledgerOrigin: "\(project)/ledger")
  }

  private static func thresholds(_ entries: [RoleValue]) throws -> (
    common: Int, own: [ReleaseManifests.Role: Int]
  ) {
    var (common, own) = (1, [ReleaseManifests.Role: Int]())
    for entry in entries {
      let number = try threshold(entry.value)
      if let role = entry.role { own[role] = number } else { common = number }
    }
    return (common, own)
  }

  /// A threshold as it was typed.
  static func threshold(_ text: String) throws -> Int {
    guard let number = Int(text), number >= 1 else { throw TrustProblem.threshold(text) }
    return number
  }

  /// The file's name without folder and endings.
  static func name(of path: String) -> String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    return String(file.prefix { $0 != "." })
  }
}
