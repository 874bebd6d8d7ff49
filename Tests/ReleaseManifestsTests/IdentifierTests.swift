import ReleaseManifests
import Testing

@Suite("Identifiers") struct IdentifierTests {
  @Test(arguments: ["a", "acme/shop", "@acme/web", "A-1_2.3", hex("a", 200)])
  func `these are names of projects`(name: String) { #expect(Identifier.isName(name)) }

  @Test(arguments: [
    "", " ", "a b", "a\n", "\0", "acme\u{2215}shop", "\u{212A}", "café", "a\\b", hex("a", 201),
    "..", "../..", "acme/..", "acme//shop", "/acme", "acme/", "-x", "acme/.",
  ])
  func `these are not`(name: String) { #expect(!Identifier.isName(name)) }

  @Test(arguments: ["production", "eu-west.1", "0", "A_b", hex("a", 64)])
  func `these are names of environments`(name: String) { #expect(Identifier.isEnvironment(name)) }

  @Test(arguments: ["", "-x", ".", "..", "../x", "_", "a/b", "*", "a b", "é", "a\u{301}", hex("a", 65)])
  func `these are names of no environment`(name: String) { #expect(!Identifier.isEnvironment(name)) }

  @Test(arguments: ["acme/shop/ledger", "ledger.example:8443/x", "~", hex("a", 255)])
  func `these are names of ledgers`(name: String) { #expect(Identifier.isOrigin(name)) }

  @Test(arguments: ["", "a b", "a+b", "DSSEv1 28", "a\n", "\0", "\u{E9}", hex("a", 256)])
  func `these are names of no ledger`(name: String) { #expect(!Identifier.isOrigin(name)) }

  @Test(arguments: [(40, true), (64, true), (0, false), (39, false), (41, false), (63, false), (65, false)])
  func `an object has 40 or 64 digits`(count: Int, isName: Bool) {
    #expect(Identifier.isObjectName(hex("a", count)) == isName)
    #expect(!Identifier.isObjectName(hex("A", count)))
    #expect(!Identifier.isObjectName(hex("g", count)))
  }

  @Test(arguments: [
    "root", "release", "gate", "ledger", "approve:production", "promote:*", "promote:eu-west.1",
  ])
  func `these are roles`(name: String) { #expect(Role(name)?.name == name) }

  @Test(arguments: [
    "", "Root", "root ", "root:", "release:x", "promote", "promote:", "promote:*x", "promote:a/b",
    "promote:../x",
    "promote:a:b", "approve:\u{212A}", "deploy:production", ":", "promote:?", "promote:#",
  ]) func `these are none`(name: String) { #expect(Role(name) == nil) }
}
