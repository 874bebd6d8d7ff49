internal import ArgumentSyntax
internal import ReleaseConsole
internal import ReleaseManifests

/// `[ROLE=]VALUE` on the command line.
struct RoleValue: Hashable, Sendable, ArgumentValue {
  let role: ReleaseManifests.Role?
  let value: String

  init(argument: String) throws(ArgumentValueError) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")),
      let role = ReleaseManifests.Role(String(argument[..<equals]))
    else {
      role = nil
      value = argument
      return
    }
    self.role = role
    value = String(argument[argument.index(after: equals)...])
  }
}
