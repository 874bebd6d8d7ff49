import Testing

@Suite("A cut that is refused")
struct CutRefusalTests {
  /// Makes a shop that wants a release, arranges what is in the way, and cuts.
  private func expectRefusal(
    _ code: String, exit: Int32 = 1, options: String = "--artifact dist/app.txt",
    _ sourceLocation: SourceLocation = #_sourceLocation, arranging arrange: (Shop) throws -> Void
  ) async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    try arrange(shop)
    let before = try RepositoryState(of: shop)
    let ended = await shop.release("cut --json \(options)")
    #expect(ended.exit == exit, "\(ended.everything)", sourceLocation: sourceLocation)
    #expect(ended.output.contains("\"code\": \"\(code)\""), "\(ended.output)", sourceLocation: sourceLocation)
    #expect(try RepositoryState(of: shop) == before, sourceLocation: sourceLocation)
  }

  @Test func `a file that differs`() async throws {
    try await expectRefusal("dirty_tree") { try $0.sandbox.write("// other\n", to: "\($0.path)/bin/smoke") }
  }

  @Test func `a file that is staged`() async throws {
    try await expectRefusal("dirty_tree") { shop in
      try shop.sandbox.write("new\n", to: "\(shop.path)/new")
      try shop.git("add new")
    }
  }

  @Test func `a file that is staged and moved`() async throws {
    try await expectRefusal("dirty_tree") { try $0.git("mv bin/smoke bin/test") }
  }

  @Test func `a file that is away`() async throws {
    try await expectRefusal("dirty_tree") { try $0.git("rm --quiet --cached bin/smoke") }
  }

  @Test func `a detached head`() async throws {
    try await expectRefusal("detached_head") { try $0.git("checkout --quiet --detach") }
  }

  @Test func `an untracked changelog in the way`() async throws {
    try await expectRefusal("untracked_file") {
      try $0.sandbox.write("mine\n", to: "\($0.path)/CHANGELOG.md")
    }
  }

  @Test func `a tag on another branch`() async throws {
    try await expectRefusal("tag_exists") { shop in
      try shop.git("checkout --quiet -b other HEAD~1")
      try shop.git("commit --quiet --allow-empty --message other")
      try shop.git("tag v1.5.0")
      try shop.git("checkout --quiet main")
    }
  }

  @Test func `a tag that only the remote has`() async throws {
    try await expectRefusal("missing_tags") { shop in
      try shop.addRemote()
      try shop.git("push --quiet origin HEAD:refs/tags/v1.5.0")
    }
  }

  @Test func `a remote that is ahead`() async throws {
    try await expectRefusal("remote_ahead") { shop in
      try shop.addRemote()
      let clone = try shop.clone("other")
      try clone.git("commit --quiet --allow-empty --message other")
      try clone.git("push --quiet origin main")
    }
  }

  @Test func `no remote to push to`() async throws {
    try await expectRefusal("no_remote", options: "--tag-only --push") { _ in }
  }

  @Test func `a remote that cannot be asked`() async throws {
    try await expectRefusal("remote_unreachable", exit: 3) { try $0.git("remote add origin ../nowhere.git") }
  }

  @Test func `no key`() async throws {
    try await expectRefusal("file_not_found", exit: 3, options: "--key ../keys/none.pem") { _ in }
  }

  @Test func `a key without the role`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    let before = try RepositoryState(of: shop)
    _ = await shop.release("key new --no-passphrase --output ../keys/mallory")
    let ended = await shop.release("cut --key ../keys/mallory.pem --json")
    #expect(ended.exit == 1 && ended.output.contains("key_not_allowed"), "\(ended.everything)")
    #expect(try RepositoryState(of: shop) == before)
  }

  @Test func `an artifact that is not there`() async throws {
    try await expectRefusal("artifact_missing", exit: 2, options: "--artifact dist/none") { _ in }
  }

  @Test func `a shallow clone that does not reach the last release`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    try shop.addRemote()
    try shop.git("clone --quiet --depth 1 file://\(shop.sandbox.work)/remote.git ../shallow")
    let clone = Shop(in: shop.sandbox, at: "\(shop.sandbox.work)/shallow", world: shop.world)
    let before = try RepositoryState(of: clone)
    let ended = await clone.release("cut --tag-only --json")
    #expect(ended.exit == 1 && ended.output.contains("shallow_clone"), "\(ended.everything)")
    #expect(ended.output.contains("git fetch --tags --unshallow"))
    #expect(try RepositoryState(of: clone) == before)
  }

  @Test func `a hook of the remote says no`() async throws {
    try await expectRefusal("push_refused", options: "--artifact dist/app.txt --push") { shop in
      try shop.addRemote()
      let hook = "\(shop.sandbox.work)/remote.git/hooks/pre-receive"
      try shop.sandbox.write("#!/bin/sh\nexit 1\n", to: hook)
      _ = try shop.world.run(["chmod", "+x", hook])
    }
  }
}
