import Effects
import Foundation
import Testing

@Suite("Secrets")
struct SecretsTests {
  /// A shop's key as PEM, a statement, and an external signer that looks around.
  private func prepared() async throws -> (sandbox: Sandbox, pem: String) {
    let shop = try await Shop.new()
    #expect(await shop.release("manifest create --tag v1.4.2 --output ../m.json").exit == 0)
    let signer = """
      #!/bin/sh
      env >seen
      tr '\\0' '\\n' </proc/$PPID/environ >parent
      cat >message
      openssl pkeyutl -sign -inkey hsm.pem -rawin -in message
      """
    try shop.sandbox.write(signer, to: "\(shop.sandbox.work)/signer")
    let pem = try String(contentsOfFile: "\(shop.sandbox.work)/keys/release.pem", encoding: .utf8)
    return (shop.sandbox, pem)
  }

  @Test func `no program sees a key or a passphrase, and the process itself forgets them`() async throws {
    let (sandbox, pem) = try await prepared()
    let ended = try ReleaseProgram.run(
      """
      chmod +x signer
      "$RELEASE" key new --no-passphrase --output hsm
      "$RELEASE" sign m.json --key env:ODD --key command:./signer --public-key hsm.pub.pem --output s.json
      test -s seen && test -s parent
      cat seen parent >all
      "$RELEASE" sign m.json --key command:./signer --public-key hsm.pub.pem --output s.json
      cat seen parent >>all
      """, in: sandbox,
      adding: [
        "ODD": Data("\n\t\(pem)".utf8).base64EncodedString(), "NAMED": "a passphrase of sorts",
        "RELEASE_LEDGER_KEY": "env:NAMED", "RELEASE_PASSPHRASE": "swordfish",
        "RELEASE_SIGNING_KEY": pem, "KEPT": "kept",
      ])
    #expect(ended.exit == 0, "\(ended.everything)")
    let text = try String(contentsOfFile: "\(sandbox.work)/all", encoding: .utf8)
    #expect(text.components(separatedBy: "KEPT=kept").count == 5, "\(text)")
    for secret in ["swordfish", "PRIVATE KEY", "LS0tLS1CRUdJTi", "ODD=C", "of sorts"] {
      #expect(!text.contains(secret), "\(text)")
    }
  }

  @Test(arguments: [
    ("\n", "\\n"), ("\n", "\r\n"), ("\n", "  "), ("-----BEGIN", "   -----BEGIN"),
  ]) func `a key survives what secret stores do to its lines`(from: String, to: String) async throws {
    let (sandbox, pem) = try await prepared()
    let ended = try ReleaseProgram.run(
      "\"$RELEASE\" sign m.json --key env:KEY --output s.json; \"$RELEASE\" verify s.json --key keys/release.pub.pem",
      in: sandbox, adding: ["KEY": pem.replacing(from, with: to)])
    #expect(ended.exit == 0, "\(ended.everything)")
  }

  @Test func `a variable that should name a key may hold it`() async throws {
    let (sandbox, pem) = try await prepared()
    let ended = try ReleaseProgram.run(
      "\"$RELEASE\" sign m.json --output s.json; \"$RELEASE\" verify s.json --key keys/release.pub.pem",
      in: sandbox, adding: ["RELEASE_KEY": pem])
    #expect(ended.exit == 0, "\(ended.everything)")
  }

  @Test func `no more than a line is waited for`() async throws {
    let (sandbox, _) = try await prepared()
    let ended = try ReleaseProgram.run(
      """
      mkfifo pipe
      { echo swordfish; sleep 60; } >pipe &
      "$RELEASE" key new --output locked --passphrase-fd 3 3<pipe
      kill %1 2>/dev/null || true
      openssl pkey -in locked.pem -passin pass:swordfish -noout
      """, in: sandbox)
    #expect(ended.exit == 0, "\(ended.everything)")
  }

  @Test func `a passphrase comes through a descriptor`() async throws {
    let (sandbox, _) = try await prepared()
    let ended = try ReleaseProgram.run(
      """
      echo swordfish >pass
      "$RELEASE" key new --output locked --passphrase-fd 3 3<pass
      "$RELEASE" sign m.json --key locked.pem --passphrase-fd 3 --output s.json 3<pass
      "$RELEASE" verify s.json --key locked.pub.pem
      "$RELEASE" sign m.json --key - --passphrase-fd 3 --output t.json 3<pass <locked.pem
      cmp s.json t.json
      "$RELEASE" sign m.json --key locked.pem --passphrase-fd 3 3</dev/null || echo "exit $?"
      "$RELEASE" sign m.json --key locked.pem --passphrase-fd 9 || echo "exit $?"
      "$RELEASE" sign m.json --key locked.pem </dev/null || echo "exit $?"
      """, in: sandbox)
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.hasSuffix("exit 2\nexit 3\nexit 2\n"), "\(ended.everything)")
  }
}

@Suite("Passphrases that are typed", .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/python3")))
struct PromptTests {
  /// Types answers to questions at a terminal of the program's own, and tells what it showed and how it ended.
  private static let typist = """
    import os, pty, sys, termios
    program, answers = sys.argv[1].split(' '), sys.argv[2].encode().decode('unicode_escape').split('|')
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(program[0], program)
    shown = b''
    def read():
        global shown
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            piece = b''
        shown += piece
        return piece
    for answer in answers:
        seen = len(shown)
        while b': ' not in shown[seen:] and read(): pass
        while termios.tcgetattr(terminal)[3] & termios.ECHO: pass
        os.write(terminal, answer.encode())
    while read(): pass
    _, status = os.waitpid(pid, 0)
    sys.stdout.write(shown.decode() + 'exit %d\\n' % os.waitstatus_to_exitcode(status))
    """

  private func type(_ answers: String, to words: String, in sandbox: Sandbox) throws -> Ended {
    try sandbox.write(Self.typist, to: "\(sandbox.work)/typist.py")
    return try ReleaseProgram.run(
      "python3 typist.py \"$RELEASE \(words)\" '\(answers)'", in: sandbox)
  }

  @Test(.timeLimit(.minutes(20))) func `a new key's passphrase is typed twice, unseen`() async throws {
    let sandbox = try Sandbox()
    let made = try type("swordfish\\n|swordfish\\n", to: "key new --output k", in: sandbox)
    #expect(made.output.hasSuffix("exit 0\n") && !made.output.contains("swordfish"), "\(made.everything)")
    let opened = try ReleaseProgram.run(
      "openssl pkey -in k.pem -passin pass:swordfish -noout", in: sandbox)
    #expect(opened.exit == 0, "\(opened.everything)")
    let differing = try type("swordfish\\n|marlin\\n", to: "key new --output l", in: sandbox)
    #expect(differing.output.hasSuffix("exit 2\n"), "\(differing.everything)")
    #expect(try LiveFiles().status("\(sandbox.work)/l.pem") == nil)
  }

  @Test(.timeLimit(.minutes(20))) func `a wrong passphrase may be corrected, and Ctrl-C ends it`()
    async throws
  {
    let sandbox = try Sandbox()
    let made = try ReleaseProgram.run(
      "PASS=swordfish \"$RELEASE\" key new --output k --passphrase-env PASS", in: sandbox)
    #expect(made.exit == 0, "\(made.everything)")
    let corrected = try type("marlin\\n|swordfish\\n", to: "key show k.pem", in: sandbox)
    #expect(
      corrected.output.contains("keyid") && corrected.output.hasSuffix("exit 0\n"), "\(corrected.everything)")
    let wrong = try type("a\\n|b\\n|c\\n", to: "key show k.pem", in: sandbox)
    #expect(wrong.output.hasSuffix("exit 2\n"), "\(wrong.everything)")
    let interrupted = try type("sword\\x03", to: "key show k.pem", in: sandbox)
    #expect(interrupted.output.hasSuffix("exit 130\n"), "\(interrupted.everything)")
  }
}
