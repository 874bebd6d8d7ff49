/// The server that gives out the tokens of a registry: credentials or an identity token in, a signed token out.
package struct TokenServer: Sendable {
  /// Host and port.
  package let address: String
  let part: KeptPart

  /// What it gives out, and to whom.
  package struct Options: Hashable, Sendable, Encodable {
    /// How many seconds a token is good for.
    package var lifetime = 300
    /// Whether it says so; a client must take 60 seconds else.
    package var saysLifetime = true
    /// The names under which it gives a token: `token`, `access_token`, or both.
    package var fields = ["token"]
    /// Whether somebody without credentials gets a token, which is good for pulling.
    package var anonymousPull = true
    /// What its account may do at most.
    package var actions = ["pull", "push", "delete", "*"]
    /// An identity token that is as good as the password, where there is one (`grant_type=refresh_token`).
    package var identity = ""

    package init() {}
  }

  /// A request that it was sent.
  package struct Request: Hashable, Sendable, Decodable {
    package let method: String
    package let status: Int
    /// Who it was; empty for nobody and for wrong credentials.
    package let user: String
    /// The scheme of the `Authorization` field, or empty.
    package let scheme: String
    package let scopes: [String]
    package let service: String
    /// The `grant_type` of a POST, or empty.
    package let grant: String
    package let userAgent: String
  }

  /// Sets what holds from now on.
  package func set(_ options: Options) throws {
    try JSONLines.replace(part.path("tokens.json"), with: options)
  }

  /// All requests so far.
  package var requests: [Request] {
    get throws { try JSONLines.read(Request.self, at: part.path("tokens.jsonl")) }
  }
}
