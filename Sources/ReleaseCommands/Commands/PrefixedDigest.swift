internal import ArgumentSyntax
internal import ReleaseSigning

/// `sha256:…` on the command line.
struct PrefixedDigest: Hashable, Sendable, ArgumentValue {
  let digest: Digest

  init(argument: String) throws(ArgumentValueError) {
    guard let digest = Digest(prefixed: argument) ?? Digest(hex: argument) else {
      throw .form("`sha256:<64 hex digits>`")
    }
    self.digest = digest
  }
}
