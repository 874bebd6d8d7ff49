import Effects
import OCIImages
import Registries
import RegistrySupport
import Testing

@Suite(
  "Tokens for a registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct TokenTests {
  private let registry: LocalRegistry
  private let tokens: TokenServer
  private let blob = Descriptor(of: [1, 2, 3], mediaType: "a/b")

  init() throws {
    registry = try LocalRegistry(.bearer(user: "ada", password: "pw"))
    tokens = try #require(registry.tokens)
  }

  private func client(_ password: String?, _ change: (inout Client.Wish) -> Void = { _ in }) throws -> Client
  {
    try Client(registry.address) { wish in
      wish.repository = "tokens/one"
      if let password { wish.credentials = Client.account(registry.address, "ada", password) }
      change(&wish)
    }
  }

  private func scopes() throws -> [[String]] { try tokens.requests.map(\.scopes) }

  @Test func `a token is had for what a request does, and kept`() async throws {
    let client = try client("pw")
    _ = try await client.repository.upload(blob, [1, 2, 3])
    #expect(try await client.repository.blob(blob) == [1, 2, 3])
    #expect(try scopes() == [["repository:tokens/one:pull"], ["repository:tokens/one:pull,push"]])
    #expect(try tokens.requests.allSatisfy { $0.scheme == "Basic" && $0.service == "release-tests" })
    // Nobody may pull, too, and not push.
    let anyone = try self.client(nil)
    #expect(try await anyone.repository.blob(blob) == [1, 2, 3])
    let other = Descriptor(of: [1, 2], mediaType: "a/b")
    let error = await problem { _ = try await anyone.repository.upload(other, [1, 2]) }
    guard case .unauthorized(_, false, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test func `a mount shows that it may read there`() async throws {
    let client = try client("pw")
    _ = try await client.repository.upload(blob, [1, 2, 3])
    let neighbour = try client.neighbour("tokens/two")
    #expect(try await neighbour.mount(blob, from: "tokens/one"))
    #expect(try scopes().last == ["repository:tokens/two:pull,push", "repository:tokens/one:pull"])
    #expect(try await neighbour.blob(blob) == [1, 2, 3])
  }

  @Test func `a mount from where nobody may read is none`() async throws {
    let client = try client("pw")
    try tokens.set(
      { () -> TokenServer.Options in
        var options = TokenServer.Options()
        options.actions = ["push"]
        return options
      }())
    #expect(try await client.repository.mount(blob, from: "tokens/one") == false)
  }

  @Test func `a wrong password is one clear error`() async throws {
    let client = try client("wrong")
    let error = await problem { _ = try await client.repository.blob(blob) }
    guard case .unauthorized(_, true, let said) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(said == "UNAUTHORIZED: who are you")
    #expect(try tokens.requests.count == 1)
  }

  @Test func `a token under its other name is one, and an expired one is had anew`() async throws {
    var options = TokenServer.Options()
    (options.fields, options.lifetime, options.saysLifetime) = (["access_token"], 5, false)
    try tokens.set(options)
    let client = try client("pw")
    _ = try await client.repository.upload(blob, [1, 2, 3])
    let before = try tokens.requests.count
    try await Task.sleep(for: .seconds(6.5))
    #expect(try await client.repository.blob(blob) == [1, 2, 3])
    #expect(try tokens.requests.count > before)
  }

  @Test func `an identity token is changed for others`() async throws {
    var options = TokenServer.Options()
    options.identity = "refresh me"
    try tokens.set(options)
    let entry = "{\"auths\":{\"\(registry.address)\":{\"identitytoken\":\"refresh me\"}}}"
    let client = try client(nil) { $0.credentials = entry }
    _ = try await client.repository.upload(blob, [1, 2, 3])
    #expect(
      try tokens.requests.allSatisfy {
        $0.method == "POST" && $0.grant == "refresh_token" && $0.status == 200
      })
    let wrong = try self.client(nil) { $0.credentials = entry.replacing("refresh", with: "resist") }
    let error = await problem { _ = try await wrong.repository.blob(blob) }
    guard case .unauthorized(_, true, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test func `a token of a helper that is named as such is an identity token`() async throws {
    var options = TokenServer.Options()
    options.identity = "refresh-me"
    try tokens.set(options)
    let script = "#!/bin/sh\necho '{\"Username\":\"<token>\",\"Secret\":\"refresh-me\"}'\n"
    let client = try client(nil) {
      ($0.credentials, $0.programs) = ("{\"credsStore\":\"t\"}", ["docker-credential-t": script])
    }
    _ = try await client.repository.upload(blob, [1, 2, 3])
    #expect(try tokens.requests.allSatisfy { $0.grant == "refresh_token" })
  }
}
