internal import ArgumentSyntax

/// The name of a commit on the command line, in full or abbreviated.
struct CommitDigits: Hashable, Sendable, ArgumentValue {
  let text: String

  init(argument: String) throws(ArgumentValueError) {
    let isHex = argument.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
    }
    guard isHex, argument.utf8.count <= 64 else { throw .unshown("the name of a commit, in hex digits") }
    text = argument
  }
}
