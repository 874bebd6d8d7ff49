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
      // What looks like a role and is none is a typing error, not the beginning of a file's name.
      let name = argument.utf8.prefix { $0 != UInt8(ascii: "=") }
      let isRole =
        name.count < argument.utf8.count && name.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x3A }
      guard !isRole else {
        throw .form("`ROLE=…` with a role: root, release, gate, ledger, approve:ENV, promote:ENV")
      }
      role = nil
      value = argument
      return
    }
    self.role = role
    value = String(argument[argument.index(after: equals)...])
  }
}
