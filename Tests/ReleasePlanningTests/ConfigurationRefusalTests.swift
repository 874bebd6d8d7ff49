import ArgumentSyntax
internal import Rollouts
import StrictJSON
import Testing

@testable import ReleasePlanning

@Suite("Configuration refusals")
struct ConfigurationRefusalTests {
  @Test(arguments: [
    ("{ project: 'a', artefacts: [] }", "artefacts", "artefacts", "artifacts"),
    ("{ version: { presets: 'angular' } }", "presets", "version.presets", "preset"),
    ("{ version: { pre_major: { braking: 'minor' } } }", "braking", "version.pre_major.braking", "breaking"),
    (
      "{ version: { rules: [{ bump: 'none' }, { typ: 'x', bump: 'none' }] } }", "typ", "version.rules[1].typ",
      "type"
    ),
    ("{ version: { ignore: { comits: [] } } }", "comits", "version.ignore.comits", "commits"),
    ("{ channels: { next: { prerelase: 'next' } } }", "prerelase", "channels.next.prerelase", "prerelease"),
    ("{ components: { api: { pth: 'x' } } }", "pth", "components.api.pth", "path"),
    ("{ environments: [{ name: 'dev', aftr: 'x' }] }", "aftr", "environments[0].aftr", "after"),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'directory', pth: '/' } }] }", "pth",
      "environments[0].target.pth", "path"
    ),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'compose', fil: 'x' } }] }", "fil",
      "environments[0].target.fil", "file"
    ),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'compose' }, strategy: { canry: [1] } }] }", "canry",
      "environments[0].strategy.canry", "canary"
    ),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'compose' }, gates: { coverge: 1 } }] }", "coverge",
      "environments[0].gates.coverge", "coverage"
    ),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'compose' }, checks: [{ command: ['x'], cuont: 1 }] }] }",
      "cuont", "environments[0].checks[0].cuont", "count"
    ),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'compose' }, checks: [{ comand: ['x'] }] }] }",
      "comand", "environments[0].checks[0].comand", "command"
    ),
    (
      "{ environments: [{ name: 'dev', target: { kind: 'compose' }, checks: [{ http: 'x', expect: { staus: 1 } }] }] }",
      "staus", "environments[0].checks[0].expect.staus", "status"
    ),
  ])
  func `an unknown key is told with its place and the key that it may have been`(
    text: String, key: String, path: String, near: String
  ) throws {
    let error = try problem(text)
    #expect(error.path == path)
    #expect(error.place == .of(key, in: text))
    guard case .shape(.unknownKey(let allowed)) = error.problem else { throw error }
    #expect(nearest(to: key, among: allowed) == near)
  }

  @Test(arguments: [
    ("{ project: 'a', project: 'b' }", "project: 'b'", "project"),
    ("{ project: 'a', 'project': 'b' }", "'project'", "project"),
    ("{ version: { tag: 'v{version}',\n  \"tag\": 'x{version}' } }", "\"tag\"", "version.tag"),
    ("{ artifacts: [],\n images: {},\n artifacts: [] }", "artifacts: [] }", "artifacts"),
  ])
  func `a key that stands twice is told where it stands again`(text: String, again: String, path: String)
    throws
  {
    let error = try problem(text)
    #expect(error.problem == .repeatedKey(path))
    #expect(error.place == .of(again, in: text))
  }

  @Test(arguments: [
    ("{ project: 1 }", "project", JSONKind.integer, JSONExpectation.string),
    ("{ version: [] }", "version", .array, .object),
    ("{ version: { strict: 'yes' } }", "version.strict", .string, .bool),
    ("{ version: { rules: {} } }", "version.rules", .object, .array),
    ("{ artifacts: 'dist/*' }", "artifacts", .string, .array),
    ("{ artifacts: ['a', 2] }", "artifacts[1]", .integer, .string),
    ("{ images: { api: true } }", "images.api", .bool, .string),
    ("{ environments: {} }", "environments", .object, .array),
    ("[]", "$", .array, .object),
  ])
  func `a value of another kind is told`(
    text: String, path: String, found: JSONKind, expected: JSONExpectation
  ) throws {
    let error = try problem(text)
    #expect(error.path == path)
    #expect(error.problem == .shape(.unexpected(found: found, expected: expected)))
    #expect(error.place != nil)
  }

  @Test(arguments: [
    ("{ environments: [{ name: 'dev' }] }", "environments[0].target"),
    ("{ environments: [{ target: {} }] }", "environments[0].name"),
    ("{ environments: [{ name: 'dev', target: {} }] }", "environments[0].target.kind"),
    ("{ environments: [{ name: 'dev', target: { kind: 'directory' } }] }", "environments[0].target.path"),
    ("{ components: { api: {} } }", "components.api.path"),
    ("{ version: { rules: [{}] } }", "version.rules[0].bump"),
  ])
  func `a value that is missing is told with the place of what lacks it`(text: String, path: String) throws {
    let error = try problem(text)
    #expect(error.problem == .shape(.missing))
    #expect(error.path == path)
    #expect(error.place != nil)
  }

  @Test(arguments: [
    "project: 'my shop'", "project: ''", "version: { tag: 'v' }", "version: { tag: 'v {version}' }",
    "version: { initial: '1.0' }", "version: { preset: 'gitmoji' }", "version: { squash: 'some' }",
    "version: { pre_major: { breaking: 'huge' } }", "version: { rules: [{ bump: 'big' }] }",
    "channels: { main: 'beta' }", "components: { 'a b': { path: 'a' } }",
  ])
  func `a text that is not what it must be is refused`(members: String) {
    #expect(throws: ConfigurationError.self) { try configuration("{ \(members) }") }
  }

  @Test(arguments: [
    "after: 'prod'", "after: 'later'", "strategy: 'slowly'", "strategy: { canary: [] }",
    "strategy: { canary: [50, 10] }", "strategy: { canary: [0] }", "strategy: { canary: [10, 101] }",
    "strategy: { canary: [10, 10] }", "soak: '30'", "soak: -1", "approvals: -1", "approvals: 1.5",
    "checks: [{}]", "checks: [{ command: [] }]", "checks: [{ command: 'ls' }]",
    "checks: [{ command: ['x'], count: -1 }]", "checks: [{ command: ['x'], no_data: 'maybe' }]",
    "checks: [{ command: ['x'], http: 'http://x' }]", "checks: [{ command: ['x'], expect: {} }]",
    "checks: [{ http: 'x', max: 1 }]", "checks: [{ prometheus: 'x' }]",
  ])
  func `an environment that makes no sense is refused`(members: String) {
    #expect(throws: ConfigurationError.self) { try environment(members) }
  }

  @Test(arguments: ["failure_limit: 1", "count: 3, failure_limit: 3", "count: 0, failure_limit: 1"])
  func `a check that could never fail is refused`(members: String) throws {
    #expect(throws: ConfigurationError.self) { try check("command: ['x'], \(members)") }
    #expect(try check("command: ['x'], count: 3, failure_limit: 2").policy.failureLimit == 2)
  }

  @Test func `an environment of a name that another one has is refused`() throws {
    let text =
      "{ environments: [{ name: 'dev', target: { kind: 'compose' } },\n{ name: 'dev', target: { kind: 'compose' } }] }"
    let error = try problem(text)
    #expect(error.path == "environments[1]")
    #expect(error.place == SourcePlace(line: 2, column: 1))
  }

  @Test func `a kind of target that is not known is told with those that are`() throws {
    let error = try problem("{ environments: [{ name: 'dev', target: { kind: 'dir' } }] }")
    #expect(error.problem == .part("dir", known: TargetConfiguration.kinds))
  }

  @Test func `fewer than two releases cannot be kept`() throws {
    let text = "{ environments: [{ name: 'dev', target: { kind: 'directory', path: '/', keep: 1 } }] }"
    #expect(try problem(text).path == "environments[0].target.keep")
  }
}
