internal import ArgumentSyntax
internal import ReleaseManifests

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
