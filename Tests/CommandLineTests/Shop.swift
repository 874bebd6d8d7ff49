import Effects
import Foundation
import ReleaseSigning

/// The project that stories and tests release: a repository with a key, a trust root, two environments and v1.4.2.
struct Shop: Sendable {
  let sandbox: Sandbox
  /// The repository's folder.
  let path: String
  /// The world of its commands.
  let world: World

  init(in sandbox: Sandbox, at path: String, world: World) {
    self.sandbox = sandbox
    self.path = path
    var world = world
    world.directory = path
    self.world = world
  }

  /// A shop in a new sandbox.
  static func new() async throws -> Shop {
    let sandbox = try Sandbox()
    let dates = ["GIT_AUTHOR_DATE": Sandbox.dawn, "GIT_COMMITTER_DATE": Sandbox.dawn]
    let world = try sandbox.world(in: sandbox.work, adding: dates)
    let shop = Shop(in: sandbox, at: "\(sandbox.work)/shop", world: world)
    let made = try await shop.made()
    guard made.exit == 0 else { throw Failure(ended: made) }
    return shop
  }

  /// A step that did not come out.
  struct Failure: Error, CustomStringConvertible {
    let ended: Ended
    var description: String { ended.everything }
  }

  /// Makes it; files that are there already are kept. Returns the first step that fails, or the last one.
  func made() async throws -> Ended {
    try writeFiles()
    try writeKey()
    let steps: [[String]] = [
      ["git", "init", "--quiet"],
      [
        "release", "trust", "init", "--project", "acme/shop", "--key", "../keys/release.pub.pem",
        "--sign-key", "../keys/release.pem",
      ],
      ["git", "add", "."], ["git", "commit", "--quiet", "--message", "feat: open the shop"],
      ["git", "tag", "--annotate", "--message", "Release 1.4.2", "v1.4.2"],
    ]
    var ended = Ended(exit: 0, output: "", errorOutput: "")
    for step in steps where ended.exit == 0 { ended = try await run(step) }
    return ended
  }

  private func run(_ words: [String]) async throws -> Ended {
    words[0] == "release"
      ? await CommandLineTests.release(Array(words.dropFirst()), in: world) : try Ended(world.run(words))
  }

  private func writeFiles() throws {
    let files = [
      (".gitignore", "dist/\n.release/\n"), ("bin/smoke", "#!/bin/sh\nexit 0\n"),
      ("release.json", Self.configuration), ("dist/app.txt", "one\n"),
    ]
    for (name, text) in files where try LiveFiles().status("\(path)/\(name)") == nil {
      try sandbox.write(text, to: "\(path)/\(name)")
    }
  }

  /// Always the same key, so that the same story always gives the same names of commits.
  private func writeKey() throws {
    let text = Data(Self.prefix + [UInt8](repeating: 0x2A, count: 32)).base64EncodedString()
    let pem = "-----BEGIN PRIVATE KEY-----\n\(text)\n-----END PRIVATE KEY-----\n"
    let (files, folder) = (LiveFiles(), "\(sandbox.work)/keys")
    try files.makeDirectory(folder)
    try files.create(Array(pem.utf8), at: "\(folder)/release.pem", mode: 0o600)
    let key = try PrivateKey(pem: SecretBytes(copying: Array(pem.utf8)), passphrase: nil)
    try sandbox.write(key.publicKey.pem, to: "\(folder)/release.pub.pem")
  }

  /// What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410, section 7).
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  /// Holds no path of the machine: the same files give the same commits everywhere.
  private static let configuration = #"""
    {
      project: "acme/shop",
      environments: [
        { name: "staging", target: { kind: "directory", path: "../staging" },
          checks: [{ name: "smoke", command: ["sh", "-c", "grep -qv broken $HOME/../work/staging/current/app.txt"] }] },
        { name: "production", after: "staging", target: { kind: "directory", path: "../production" },
          checks: [{ name: "smoke", command: ["sh", "-c", "grep -qv broken $HOME/../work/production/current/app.txt"] }] },
      ],
    }

    """#
}

extension World {
  /// Runs a program in the world's folder.
  func run(_ words: [String]) throws -> SubprocessResult {
    try subprocesses.run(Subprocess(argv: words, directory: directory, environment: environment, timeout: 60))
  }
}
