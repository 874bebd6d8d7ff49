import Foundation
import RegistrySupport
import Testing

@Suite("A registry that wants tokens", .enabled(if: LocalRegistry.isAvailable))
struct TokenServerTests {
  private struct Answer: Decodable {
    let token: String?
    let access_token: String?
    let expires_in: Int?
  }

  private let registry: LocalRegistry
  private let tokens: TokenServer

  init() throws {
    registry = try LocalRegistry(.bearer(user: "ada", password: "swordfish"))
    tokens = try #require(registry.tokens)
  }

  private func ask(_ arguments: String...) throws -> (status: Int, answer: Answer?) {
    let scope = "scope=repository:acme/api:pull,push"
    let url = "http://\(tokens.address)/token?service=release-tests&\(scope)"
    let said = try arguments.isEmpty ? Curl(url) : Curl("--user", arguments[0], url)
    return (said.status, try? JSONDecoder().decode(Answer.self, from: Data(said.body)))
  }

  /// The status of an upload that begins with a token.
  private func upload(_ token: String?) throws -> Int {
    try Curl(
      "-X", "POST", "-H", "Authorization: Bearer \(token ?? "")",
      "\(registry.url)/v2/acme/api/blobs/uploads/"
    ).status
  }

  @Test func `a token is good for what was asked, and every request is recorded`() throws {
    let challenge = try Curl("\(registry.url)/v2/").fields["www-authenticate"]
    #expect(challenge?.contains("realm=\"http://\(tokens.address)/token\"") == true)
    let own = try ask("ada:swordfish")
    #expect(own.status == 200)
    #expect(try upload(own.answer?.token) == 202)
    let anonymous = try ask()
    #expect(anonymous.status == 200)
    #expect(try upload(anonymous.answer?.token) == 401)
    #expect(try ask("ada:wrong").status == 401)
    #expect(try tokens.requests.map(\.status) == [200, 200, 401])
    #expect(try tokens.requests.map(\.user) == ["ada", "", ""])
    #expect(try tokens.requests[0].scopes == ["repository:acme/api:pull,push"])
  }

  @Test func `a token is short-lived, called otherwise, or not for everybody`() throws {
    var options = TokenServer.Options()
    (options.lifetime, options.fields, options.anonymousPull) = (2, ["access_token"], false)
    try tokens.set(options)
    #expect(try ask().status == 401)
    let answer = try #require(try ask("ada:swordfish").answer)
    #expect(answer.token == nil)
    #expect(answer.expires_in == 2)
    #expect(try upload(answer.access_token) == 202)
    Thread.sleep(forTimeInterval: 3)
    #expect(try upload(answer.access_token) == 401)
    options.actions = ["pull"]
    options.saysLifetime = false
    try tokens.set(options)
    let weak = try #require(try ask("ada:swordfish").answer)
    #expect(weak.expires_in == nil)
    #expect(try upload(weak.access_token) == 401)
  }

  @Test func `an identity token stands for the password`() throws {
    var options = TokenServer.Options()
    options.identity = "identity"
    try tokens.set(options)
    func ask(_ token: String) throws -> Curl {
      let form = "grant_type=refresh_token&service=release-tests&scope=repository:acme/api:push,pull"
      return try Curl("--data", "\(form)&refresh_token=\(token)", "http://\(tokens.address)/token")
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(try ask("identity").body))
    #expect(try upload(answer.token) == 202)
    #expect(try ask("other").status == 401)
    #expect(try tokens.requests.map(\.grant) == ["refresh_token", "refresh_token"])
  }
}
