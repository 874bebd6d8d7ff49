import Foundation
import Rollouts
import Testing

@Suite("Page checks")
struct PageCheckTests {
  private let examination = Examination()

  private func result(_ path: String, _ more: String = "") async throws -> CheckResult {
    try await examination.result("http: '\(Page.at(path))', \(more)")
  }

  @Test func `a page that answers with 200 passes`() async throws {
    let result = try await result("/status/200")
    #expect(result == CheckResult(name: try Page.at("/status/200"), outcome: .pass, detail: "status 200"))
  }

  @Test(arguments: [201, 302, 404, 500])
  func `a page that answers with another status fails`(status: Int) async throws {
    let result = try await result("/status/\(status)")
    #expect(result.outcome == .fail)
    #expect(result.detail == "status \(status), expected 200")
    #expect(try await self.result("/status/\(status)", "expect: { status: \(status) }").outcome == .pass)
  }

  @Test(arguments: [
    (#"{"status":"healthy"}"#, "{ status: 'healthy' }"), (#"{"a":{"b":[1,2]}}"#, "{ 'a.b': [1, 2] }"),
    (#"{"n":1.5,"t":true,"z":null}"#, "{ n: 1.5, t: true, z: null }"), (#"{"a":1,"b":2}"#, "{ b: 2 }"),
    (#"{"o":{"b":1,"a":2}}"#, "{ o: { a: 2, b: 1 } }"), (#"{"n":1.0}"#, "{ n: 1 }"),
    (#"{"n":0.50}"#, "{ n: 0.5 }"),
  ])
  func `a body with the members that are due passes`(body: String, expected: String) async throws {
    let path = try #require(body.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let result = try await result("/json/\(path)", "expect: { json: \(expected) }")
    #expect(result.outcome == .pass, "\(result.detail)")
  }

  @Test(arguments: [
    (#"{"status":"sick"}"#, "{ status: 'healthy' }", #"status is "sick", expected "healthy""#),
    ("{}", "{ status: 'healthy' }", #"status is absent, expected "healthy""#),
    ("{}", "{ error: null }", "error is absent, expected null"),
    (#"{"n":"1"}"#, "{ n: 1 }", #"n is "1", expected 1"#),
    (#"{"a":[1]}"#, "{ 'a.b': 1 }", "a.b is absent, expected 1"),
    ("healthy", "{ status: 'healthy' }", "the body is no JSON"),
    ("", "{ status: 'healthy' }", "the body is no JSON"),
  ])
  func `a body with other members fails and says which`(body: String, expected: String, detail: String)
    async throws
  {
    let path = try #require(body.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let result = try await result("/json/\(path)", "expect: { json: \(expected) }")
    #expect(result.outcome == .fail)
    #expect(result.detail == detail)
  }

  @Test func `a page that is late fails`() async throws {
    #expect(try await result("/slow/", "timeout: '1s'").outcome == .fail)
  }

  @Test func `where nobody listens the check fails`() async throws {
    let result = try await examination.result("http: 'http://127.0.0.1:1/'")
    #expect(result.outcome == .fail)
  }

  @Test(arguments: ["ftp://127.0.0.1/", "health", "http//x"])
  func `what is no address could not be measured`(address: String) async throws {
    let result = try await examination.result("http: '\(address)', consecutive_error_limit: 0")
    #expect(result.outcome == .error)
    #expect(result.detail.contains(address))
  }

  @Test func `a page may fail as often as the limit says`() async throws {
    #expect(try await result("/count/2?one", "count: 5, failure_limit: 2").outcome == .pass)
    #expect(try await result("/count/2?two", "count: 5, failure_limit: 1").outcome == .fail)
  }
}
