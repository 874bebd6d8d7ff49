/// What a registry has been told so far.
enum Authorization: Sendable {
  /// Nothing.
  case none
  /// The value of the field `Authorization`, always the same, which only credentials give.
  case fixed(String)
  /// A token by what it may be used for.
  case tokens([[RegistryScope]: Token])

  /// A token, and whether it was had for credentials or for nothing.
  struct Token: Sendable {
    let text: String
    let isOfCredentials: Bool
  }

  /// The value of the field `Authorization`, and whether credentials stand behind it.
  typealias Shown = (field: String, isOfCredentials: Bool)

  /// What is shown for what a request does.
  func shown(for scopes: [RegistryScope]) -> Shown? {
    switch self {
    case .none: nil
    case .fixed(let value): (value, true)
    case .tokens(let tokens): tokens[scopes].map { ("Bearer \($0.text)", $0.isOfCredentials) }
    }
  }

  /// Takes a token to those that are there.
  mutating func add(_ token: Token, for scopes: [RegistryScope]) {
    var tokens: [[RegistryScope]: Token] = [:]
    if case .tokens(let known) = self { tokens = known }
    tokens[scopes] = token
    self = .tokens(tokens)
  }
}
