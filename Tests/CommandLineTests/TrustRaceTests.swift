import Testing

@Suite("Several signers at once", .timeLimit(.minutes(20)))
struct TrustRaceTests {
  /// Three root keys, all of which must sign, and a proposal that the first has signed.
  private static let preparation = """
    for name in ada bob eve; do "$RELEASE" key new --no-passphrase --output $name >/dev/null; done
    "$RELEASE" trust init --project acme/shop --key ada.pub.pem --key bob.pub.pem --key eve.pub.pem --threshold root=3 \\
      --sign-key ada.pem >/dev/null || test $? = 4

    """

  @Test func `no signature is lost when two sign one proposal`() throws {
    let script =
      Self.preparation + """
        "$RELEASE" trust update --sign-key bob.pem >/dev/null 2>&1 & first=$!
        "$RELEASE" trust update --sign-key eve.pem >/dev/null 2>&1 & second=$!
        wait $first || test $? = 4
        wait $second || test $? = 4
        "$RELEASE" trust verify
        """
    for _ in 0..<5 {
      let ended = try ReleaseProgram.run(script, in: Sandbox(), adding: ["RELEASE_KEY": ""])
      #expect(ended.exit == 0, "\(ended.everything)")
    }
  }

  @Test func `of two next roots one comes into force, and what lies there holds`() throws {
    let script =
      Self.preparation + """
        "$RELEASE" trust update --sign-key bob.pem --sign-key eve.pem >/dev/null
        for days in 10 20 30 40; do
          "$RELEASE" trust update --expires ${days}d --sign-key ada.pem --sign-key bob.pem --sign-key eve.pem >/dev/null &
        done
        wait
        "$RELEASE" trust verify
        cmp trust/root.json "$(ls trust/*.root.json | sort -V | tail -n 1)"
        """
    for _ in 0..<5 {
      let ended = try ReleaseProgram.run(script, in: Sandbox(), adding: ["RELEASE_KEY": ""])
      #expect(ended.exit == 0, "\(ended.everything)")
      #expect(ended.output.hasPrefix("ok: root 5 of acme/shop"), "\(ended.everything)")
    }
  }
}
