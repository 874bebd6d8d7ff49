import OCIImages
import StrictJSON
import Testing

@Suite("Files of credentials") struct DockerConfigurationTests {
  private static func read(_ text: String) throws -> DockerConfiguration {
    try DockerConfiguration(parsing: Array(text.utf8))
  }

  @Test(arguments: [
    ("docker.io", CredentialSource.plain(user: "ann", password: "hubsecret")),
    ("registry-1.docker.io", .plain(user: "ann", password: "hubsecret")),
    ("index.docker.io", .plain(user: "ann", password: "hubsecret")),
    ("quay.io", .plain(user: "bob", password: "quay:pass")),
    ("QUAY.io", .plain(user: "bob", password: "quay:pass")),
    ("registry.example:5000", .plain(user: "dora", password: "plain")), ("registry.example", .none),
    ("azure.example", .identityToken(user: "0000", token: "refresh")), ("empty.example", .none),
    ("gcr.io", .helper(name: "gcloud")), ("eu.gcr.io", .none), ("", .none), ("quay.io.evil.example", .none),
    ("123.dkr.ecr.eu-west-1.amazonaws.com", .helper(name: "ecr-login")),
  ]) func `each registry has its source`(registry: String, source: CredentialSource) throws {
    #expect(try Self.read(Samples.configurationFile).source(of: registry) == source)
  }

  @Test(arguments: [
    ("acme", "acme"), ("acme/api", "acme"), ("acme/team/api", "acme"), ("acmex/api", "quay:pass"),
    ("other/acme", "quay:pass"), ("", "quay:pass"),
    ("acme/" + String(repeating: "a/", count: 5_000_000), "quay:pass"),
  ]) func `the longest part of a registry that fits counts`(repository: String, password: String) throws {
    let source = try Self.read(Samples.configurationFile).source(of: "quay.io", repository: repository)
    guard case .plain(_, let found) = source else {
      Issue.record("\(source)")
      return
    }
    #expect(found == password)
  }

  @Test func `a helper goes before the store, and the store before the file`() throws {
    let text =
      #"{"auths":{"a.example":{"auth":"YTpi"}},"credsStore":"pass","credHelpers":{"b.example":"own"}}"#
    let configuration = try Self.read(text)
    #expect(configuration.source(of: "a.example") == .helper(name: "pass"))
    #expect(configuration.source(of: "b.example") == .helper(name: "own"))
  }

  @Test(arguments: [
    "https://r.example", "http://r.example", "https://r.example/", "https://r.example/v1/",
    "https://r.example/v2/",
    "https://r.example/v2", "r.example", "r.example/", "r.example/v1/", "r.example/v2/", "R.Example",
  ]) func `a registry is known by each way to write it`(key: String) throws {
    let configuration = try Self.read(#"{"auths":{"\#(key)":{"auth":"YTpi"}}}"#)
    #expect(configuration.source(of: "r.example") == .plain(user: "a", password: "b"))
    #expect(configuration.source(of: "r.example", repository: "x/y") == .plain(user: "a", password: "b"))
    #expect(configuration.source(of: "r.example:443") == .none)
  }

  @Test(arguments: [
    "docker.io", "index.docker.io", "https://index.docker.io/v1/", "https://registry-1.docker.io",
  ])
  func `Docker's own registry is one under all its names`(key: String) throws {
    let configuration = try Self.read(#"{"auths":{"\#(key)":{"auth":"YTpi"}}}"#)
    #expect(
      configuration.source(of: "docker.io", repository: "library/x") == .plain(user: "a", password: "b"))
  }

  @Test func `of several spellings the exact one counts, and an empty entry never`() throws {
    let text =
      #"{"auths":{"https://r.example":{"auth":"YTpi"},"r.example":{"auth":"Yzpk"},"#
      + #""r.example/":{"auth":"ZTpm"}}}"#
    #expect(try Self.read(text).source(of: "r.example") == .plain(user: "c", password: "d"))
    let empty = #"{"auths":{"r.example":{},"https://r.example/v2/":{"auth":"YTpi"}}}"#
    #expect(try Self.read(empty).source(of: "r.example") == .plain(user: "a", password: "b"))
    let hub = #"{"auths":{"docker.io":{"auth":"YTpi"},"https://index.docker.io/v1/":{"auth":"Yzpk"}}}"#
    #expect(try Self.read(hub).source(of: "docker.io") == .plain(user: "c", password: "d"))
  }

  @Test(arguments: [
    ("YTpi", "a", "b"), ("YTo=", "a", ""), ("YTpiOmM=", "a", "b:c"), ("YTpiAAA=", "a", "b"),
    ("YTpiCg==", "a", "b\n"),
    (#"YT\npi\r\n"#, "a", "b"), ("YTrDqQ==", "a", "é"),
  ]) func `auth is the base64 text of user and password`(auth: String, user: String, password: String) throws
  {
    let configuration = try Self.read(#"{"auths":{"r.example":{"auth":"\#(auth)"}}}"#)
    #expect(configuration.source(of: "r.example") == .plain(user: user, password: password))
  }

  @Test(arguments: ["s3cr3t", "c2VjcmV0", "OnNlY3JldA==", "YTpi=", "YTpi!", "YTr/", " YTpi", "YTpi "])
  func `a malformed auth names its host and never its value`(auth: String) throws {
    #expect(throws: DockerConfigurationError.malformedAuth(host: "r.example")) {
      try Self.read(#"{"auths":{"r.example":{"auth":"\#(auth)"}}}"#)
    }
  }

  @Test(arguments: ["../evil", "a/b", "a b", "a;b", "$(x)", "é", "a\\n", String(repeating: "a", count: 201)])
  func `a helper whose name could not be a program's is refused`(name: String) {
    for text in [#"{"credsStore":"\#(name)"}"#, #"{"credHelpers":{"r.example":"\#(name)"}}"#] {
      #expect {
        try Self.read(text)
      } throws: { error in
        guard case DockerConfigurationError.helperName = error else { return false }
        return true
      }
    }
  }

  @Test(arguments: [
    "", "[]", #"{"auths":[]}"#, #"{"auths":{"a":"b"}}"#, #"{"auths":{"a":{"auth":1}}}"#, #"{"credsStore":1}"#,
    #"{"credHelpers":{"a":null}}"#, #"{"auths":{},"auths":{}}"#,
    #"{"auths":{"a":{"auth":"YTpi","auth":""}}}"#,
  ]) func `what is no such file is refused`(text: String) {
    #expect(throws: DockerConfigurationError.self) { try Self.read(text) }
  }

  @Test(arguments: ["{}", #"{"auths":null,"credHelpers":null,"credsStore":null}"#, #"{"credsStore":""}"#])
  func `a file without accounts has no source`(text: String) throws {
    #expect(try Self.read(text).source(of: "docker.io") == .none)
  }

  @Test func `other kinds of token are told apart`() throws {
    let text = #"{"auths":{"r.example":{"registrytoken":"abc"},"s.example":{"identitytoken":"def"}}}"#
    #expect(try Self.read(text).source(of: "r.example") == .registryToken("abc"))
    #expect(try Self.read(text).source(of: "s.example") == .identityToken(user: "", token: "def"))
  }

  @Test func `no description has a secret in it`() throws {
    let configuration = try Self.read(Samples.configurationFile)
    for text in ["\(configuration)", String(reflecting: configuration)] {
      for secret in ["hubsecret", "quay:pass", "refresh", "plain\"", "YTpi"] {
        #expect(!text.contains(secret))
      }
    }
    #expect("\(CredentialSource.registryToken("abc"))" == "registryToken")
    #expect("\([CredentialSource.plain(user: "a", password: "s3cret")])" == "[plain(a)]")
  }

  @Test func `helpers are asked by the name that docker uses`() {
    #expect(DockerConfiguration.serverURL(of: "docker.io") == "https://index.docker.io/v1/")
    #expect(DockerConfiguration.serverURL(of: "r.example:5000") == "r.example:5000")
  }
}
