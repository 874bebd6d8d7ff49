import OCIImages
import Testing

@Suite("Answers of credential helpers") struct HelperAnswerTests {
  @Test(arguments: [
    (Samples.helperAnswer, CredentialSource.plain(user: "eva", password: "s3cret")),
    (#"{"ServerURL":"x","Username":"<token>","Secret":"t"}"#, .identityToken(user: "", token: "t")),
    (#"{"Username":"a","Secret":""}"#, .none), (#"{"Username":"","Secret":"x"}"#, .none),
    ("credentials not found in native keychain\n", .none),
    ("credentials not found in native keychain", .none),
    (Samples.helperAnswer + "\n", .plain(user: "eva", password: "s3cret")),
  ]) func `an answer is an account, a token or nothing`(text: String, source: CredentialSource) throws {
    #expect(try HelperAnswer(parsing: Array(text.utf8)).source == source)
  }

  @Test(arguments: [
    "", "{}", "[]", "error", #"{"Username":"a"}"#, #"{"Username":"a","Secret":null}"#, "\"s3cret\"",
  ])
  func `anything else is refused, without a word of it`(text: String) {
    #expect {
      try HelperAnswer(parsing: Array(text.utf8))
    } throws: { error in
      error is HelperAnswer.Problem && !String(reflecting: error).contains("s3cret")
    }
  }
}
