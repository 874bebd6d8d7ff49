import Testing

@Suite("Keys of the ssh-agent")
struct AgentTests {
  /// Two keys in an agent of the test's own, one of them Ed25519, and a statement to sign.
  private static let preparation = """
    ssh-keygen -q -t ed25519 -N '' -C ada -f ada
    ssh-keygen -q -t ecdsa -N '' -C eve -f eve
    ssh-add -q ada eve
    """

  private func play(_ script: String) async throws -> Ended {
    let shop = try await Shop.new()
    try shop.addFeature()
    let words = "manifest create --tag v1.4.2 --output ../m.json"
    #expect(await shop.release(words).exit == 0)
    let whole = "ssh-agent sh -euc '\(Self.preparation.replacing("'", with: "'\\''"))\n\(script)'"
    return try ReleaseProgram.run(whole, in: shop.sandbox, adding: ["RELEASE_KEY": ""])
  }

  @Test func `a key is named by fingerprint, by id, or not at all when there is one`() async throws {
    let ended = try await play(
      """
      FP=$(ssh-keygen -lf ada.pub | cut -d" " -f2)
      "$RELEASE" sign m.json --key "agent:$FP" --output 1.json
      "$RELEASE" sign m.json --key agent: --output 2.json
      ID=$("$RELEASE" key id agent:)
      "$RELEASE" sign m.json --key "agent:$(echo "$ID" | cut -c1-8)" --output 3.json
      cmp 1.json 2.json
      cmp 1.json 3.json
      test "$ID" = "$("$RELEASE" key id ada.pub)"
      "$RELEASE" verify 1.json --key ada.pub
      """)
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.contains("verified: acme/shop 1.4.2"))
  }

  @Test func `several keys, no such key, a locked agent and none at all are told apart`() async throws {
    let ended = try await play(
      """
      ssh-keygen -q -t ed25519 -N "" -f bob
      ssh-add -q bob
      "$RELEASE" sign m.json --key agent: || echo "exit $?"
      "$RELEASE" sign m.json --key agent:SHA256:nobody || echo "exit $?"
      ssh-add -d bob
      printf "x\\nx\\n" | ssh-add -x
      "$RELEASE" sign m.json --key agent: || echo "exit $?"
      printf "x\\n" | ssh-add -X
      kill "$SSH_AGENT_PID"
      "$RELEASE" sign m.json --key agent: || echo "exit $?"
      """)
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output == "exit 1\nexit 1\nexit 1\nexit 3\n")
    #expect(ended.errorOutput.contains("the ssh-agent has 2 Ed25519 keys; say which"))
    #expect(ended.errorOutput.contains("the ssh-agent has no Ed25519 key `SHA256:nobody`"))
    #expect(
      ended.errorOutput.contains("it has a key of type ecdsa-sha2-nistp256, which cannot sign here (eve)"))
    #expect(ended.errorOutput.contains("a locked agent shows none"))
    #expect(ended.errorOutput.contains("the ssh-agent does not answer"))
  }

  @Test func `a trust root is signed and files are signed by an agent`() async throws {
    let ended = try await play(
      """
      "$RELEASE" key export agent: --format minisign --output ada.minisign
      mkdir empty
      "$RELEASE" trust init -C empty --project acme/empty --key ../ada.pub --sign-key agent:
      "$RELEASE" trust verify -C empty
      echo hello >file
      "$RELEASE" sign --artifact file --format minisign --key agent:
      minisign -Vqp ada.minisign -m file
      "$RELEASE" sign --artifact file --format ssh --key agent:
      "$RELEASE" key export agent: --format allowed-signers --principal ada --output allowed
      ssh-keygen -Y verify -f allowed -I ada -n file -s file.sig <file
      """)
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.contains("Good \"file\" signature for ada"))
  }
}
