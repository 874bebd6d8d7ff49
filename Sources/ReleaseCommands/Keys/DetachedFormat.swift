internal import ArgumentSyntax
internal import ReleaseSigning

/// The forms of a signature beside a file that other tools verify.
enum DetachedFormat: String, CaseIterable, ArgumentValue {
  case minisign, ssh

  /// What the file is hashed with.
  var algorithm: HashAlgorithm {
    switch self {
    case .minisign: .blake2b512
    case .ssh: .sha512
    }
  }

  /// What is appended to the file's name, as the tool itself does.
  var suffix: String {
    switch self {
    case .minisign: ".minisig"
    case .ssh: ".sig"
    }
  }
}
