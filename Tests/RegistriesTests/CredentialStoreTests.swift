import Effects
import Foundation
import Registries
import Testing
import WorldSupport

@Suite("Where credentials for registries are", .timeLimit(.minutes(20)))
struct CredentialStoreTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func find(
    _ registry: String = "registry.example", _ repository: String = "acme/api",
    _ more: [String: String] = [:],
    timeout: Double? = nil
  ) throws -> Credentials? {
    let path = "\(scratch.at("bin")):/usr/bin:/bin"
    let variables = ["HOME": scratch.path, "PATH": path].merging(more) { $1 }
    let programs: any Subprocesses = LiveSubprocesses(inheriting: variables)
    let store = CredentialStore(
      files: scratch.files, subprocesses: timeout.map { HastyPrograms(programs, $0) } ?? programs,
      environment: variables)
    return try store.credentials(for: registry, repository: repository)
  }

  private func helper(_ name: String, _ script: String) throws {
    try scratch.write("bin/docker-credential-\(name)", "#!/bin/sh\n\(script)\n", mode: 0o755)
  }

  @Test func `nobody is known where there is no file`() throws { #expect(try find() == nil) }

  @Test func `docker's file, then those of containers, and the first that knows`() throws {
    try scratch.write("run/containers/auth.json", Client.account("registry.example", "b", "2"))
    try scratch.write(".config/containers/auth.json", Client.account("registry.example", "c", "3"))
    #expect(try find() == .password(user: "c", "3"))
    let variables = ["XDG_RUNTIME_DIR": scratch.at("run")]
    #expect(try find("registry.example", "acme/api", variables) == .password(user: "b", "2"))
    try scratch.write(".docker/config.json", Client.account("other.example", "a", "1"))
    #expect(try find("registry.example", "acme/api", variables) == .password(user: "b", "2"))
    #expect(try find("other.example", "acme/api", variables) == .password(user: "a", "1"))
    try scratch.write("elsewhere/config.json", Client.account("registry.example", "d", "4:5"))
    let docker = ["DOCKER_CONFIG": scratch.at("elsewhere")]
    #expect(try find("registry.example", "acme/api", docker) == .password(user: "d", "4:5"))
  }

  @Test func `a file that is named is the only one, and must be there`() throws {
    try scratch.write(".docker/config.json", Client.account("registry.example", "a", "1"))
    try scratch.write("named", Client.account("other.example", "b", "2"))
    #expect(try find("registry.example", "x", ["REGISTRY_AUTH_FILE": scratch.at("named")]) == nil)
    #expect(try find("registry.example", "x", ["REGISTRY_AUTH_FILE": ""]) == .password(user: "a", "1"))
    #expect(throws: CredentialError.missing(path: scratch.at("nowhere"))) {
      try find("registry.example", "x", ["REGISTRY_AUTH_FILE": scratch.at("nowhere")])
    }
  }

  @Test(arguments: [
    "", "{", "[]", "{\"auths\":{\"registry.example\":{\"auth\":\"!secret!\"}}}", "{\"auths\":7}",
  ])
  func `a file that is none is an error without a secret in it`(_ text: String) throws {
    try scratch.write(".docker/config.json", text)
    let error = #expect(throws: CredentialError.self) { try find() }
    guard case .malformed(scratch.at(".docker/config.json"), _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(!"\(String(describing: error))".contains("secret"))
  }

  @Test func `a helper is asked by its standard input`() throws {
    let answer = "{\"ServerURL\":\"x\",\"Username\":\"ada\",\"Secret\":\"pw\"}"
    try helper("one", "echo \"$@\" >'\(scratch.at("argv"))'; cat >'\(scratch.at("input"))'; echo '\(answer)'")
    for text in [
      "{\"credsStore\":\"one\"}", "{\"credHelpers\":{\"registry.example\":\"one\"},\"credsStore\":\"no\"}",
    ] {
      try scratch.write(".docker/config.json", text)
      #expect(try find() == .password(user: "ada", "pw"))
      #expect(try scratch.text("argv") == "get\n")
      #expect(try scratch.text("input") == "registry.example")
    }
    try scratch.write(".docker/config.json", "{\"credsStore\":\"one\"}")
    _ = try find("docker.io")
    #expect(try scratch.text("input") == "https://index.docker.io/v1/")
  }

  @Test func `a helper that knows nobody leaves it to the next file`() throws {
    try helper("one", "echo 'credentials not found in native keychain'; exit 1")
    try scratch.write(".docker/config.json", "{\"credsStore\":\"one\"}")
    #expect(try find() == nil)
    try scratch.write(".config/containers/auth.json", Client.account("registry.example", "c", "3"))
    #expect(try find() == .password(user: "c", "3"))
  }

  @Test(arguments: [
    "echo 'hunter2'", "echo '{\"Username\":\"ada\",\"Secret\":\"hunter2\"}'; exit 3", "exit 1",
    "echo '{\"Secret\":\"hunter2\"}'",
    "kill -9 $$", "echo '{\"Username\":\"ada\",\"Secret\":\"hunter2\"} hunter2'",
  ])
  func `a helper that fails or prints rubbish is an error without a secret in it`(_ script: String) throws {
    try helper("one", script)
    try scratch.write(".docker/config.json", "{\"credsStore\":\"one\"}")
    let error = #expect(throws: CredentialError.self) { try find() }
    guard case .helperFailed("docker-credential-one", _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(!"\(String(describing: error))".contains("hunter2"))
  }

  @Test func `what a helper complains of is passed on`() throws {
    try helper("one", "echo 'the keychain is locked' >&2; exit 1")
    try scratch.write(".docker/config.json", "{\"credsStore\":\"one\"}")
    let expected = CredentialError.helperFailed("docker-credential-one", said: "the keychain is locked\n")
    #expect(throws: expected) { try find() }
  }

  @Test func `a helper that hangs, is not there, or never ends its answer`() throws {
    try scratch.write(".docker/config.json", "{\"credsStore\":\"one\"}")
    let missing = #expect(throws: CredentialError.self) { try find() }
    guard case .helperNotRun("docker-credential-one", .programNotFound) = missing else {
      Issue.record("got \(String(describing: missing))")
      return
    }
    try helper("one", "sleep 60")
    #expect(throws: CredentialError.helperFailed("docker-credential-one", said: "no answer within 30 s")) {
      try find(timeout: 0.5)
    }
    try helper("one", "yes")
    let endless = #expect(throws: CredentialError.self) { try find() }
    guard case .helperNotRun("docker-credential-one", .tooMuchOutput) = endless else {
      Issue.record("got \(String(describing: endless))")
      return
    }
  }
}

/// Programs that get less time than they are given.
private struct HastyPrograms: Subprocesses {
  private let programs: any Subprocesses
  private let seconds: Double

  init(_ programs: any Subprocesses, _ seconds: Double) {
    (self.programs, self.seconds) = (programs, seconds)
  }

  func run(
    _ subprocess: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    var subprocess = subprocess
    subprocess.timeout = seconds
    return try programs.run(subprocess, handingOn: take)
  }
}
