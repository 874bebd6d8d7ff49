import OCIImages
import Testing

@Suite("Challenges of a server") struct AuthenticationChallengeTests {
  private static func summary(_ header: String) -> [String] {
    AuthenticationChallenge.parse(header: header).map { challenge in
      let parameters = challenge.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=[\($0.value)]" }
      return ([challenge.scheme] + (challenge.token68.map { ["<\($0)>"] } ?? []) + parameters)
        .joined(separator: " ")
    }
  }

  @Test func `a token server is named with service and scope`() throws {
    let challenges = AuthenticationChallenge.parse(header: Samples.challenge)
    let bearer = try #require(challenges.first)
    #expect(bearer.isBearer && !bearer.isBasic)
    #expect(bearer.realm == "https://auth.example/token")
    #expect(bearer.service == "registry.example")
    #expect(bearer.scope == "repository:acme/api:pull,push")
    #expect(challenges.count == 2)
    #expect(challenges[1].isBasic)
    #expect(challenges[1].realm == #"a "b\"#)
  }

  @Test(arguments: [
    ("Basic", ["basic"]), ("BASIC realm=x", ["basic realm=[x]"]),
    ("basic Realm = \"x\"", ["basic realm=[x]"]),
    ("Negotiate", ["negotiate"]), ("Negotiate abc==", ["negotiate <abc==>"]),
    ("Negotiate a-._~+/9=, Basic realm=\"x\"", ["negotiate <a-._~+/9=>", "basic realm=[x]"]),
    ("Basic, Bearer realm=x, Digest", ["basic", "bearer realm=[x]", "digest"]),
    (
      #"Newauth realm="apps", type=1, title="Login to \"apps\"", Basic realm="simple""#,
      [#"newauth realm=[apps] title=[Login to "apps"] type=[1]"#, "basic realm=[simple]"]
    ),
    (", ,Basic realm=x ,, y=z, ,Bearer a=b,", ["basic realm=[x] y=[z]", "bearer a=[b]"]),
    ("Bearer\trealm=\"\"", ["bearer realm=[]"]),
    ("Bearer realm=\"a,b=c, Basic d\"", ["bearer realm=[a,b=c, Basic d]"]),
    ("Bearer realm=\"é\t\"", ["bearer realm=[é\t]"]), ("Basic realm=a b=c", []), ("", []), (",", []),
    (" ", []),
    ("Basic realm=\"x", []), ("Basic realm=\"x\\", []), ("Basic realm=\"x\u{1}\"", []),
    ("Basic realm=\"x\"y", []),
    ("=x", []), ("\"x\"", []), ("Basic\nrealm=x", []), ("Basic =x", []), ("Basic realm=@", []),
    ("Bearer realm=x, Basic realm=\"y", ["bearer realm=[x]"]), ("Basic a=1, A=2", []),
    ("Bearer realm=x, realm=y, Basic realm=z", ["basic realm=[z]"]), ("Basic realm=", ["basic <realm=>"]),
  ]) func `the grammar is that of RFC 9110`(header: String, expected: [String]) {
    #expect(Self.summary(header) == expected)
  }
}
