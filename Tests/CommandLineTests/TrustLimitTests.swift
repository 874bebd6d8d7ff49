import Testing

@Suite("More keys than a root may have")
struct TrustLimitTests {
  @Test func `a root that nobody could read is refused before it is written`() throws {
    let script = """
      keys=
      for number in $(seq 65); do
        openssl genpkey -algorithm ed25519 -out $number.pem
        chmod 600 $number.pem
        openssl pkey -in $number.pem -pubout -out $number.pub.pem
        keys="$keys --key $number.pub.pem"
      done
      "$RELEASE" trust init --project acme/shop $keys --sign-key 1.pem || echo "exit $?"
      test ! -e trust
      """
    let ended = try ReleaseProgram.run(script, in: Sandbox(), adding: ["RELEASE_KEY": ""])
    #expect(ended.exit == 0 && ended.output == "exit 1\n", "\(ended.everything)")
    #expect(ended.errorOutput.contains("`roles."), "\(ended.everything)")
  }
}
