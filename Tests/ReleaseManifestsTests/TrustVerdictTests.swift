import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("What a trust root says of a manifest") struct TrustVerdictTests {
  @Test func `a root speaks until the moment at which it expires`() throws {
    var shop = try Workshop()
    shop.root.expires = Workshop.now.advanced(by: TimeSpan(seconds: 1))
    #expect(shop.verdict(on: try shop.envelope().bytes).faults == [])
    shop.root.expires = Workshop.now
    #expect(shop.verdict(on: try shop.envelope().bytes).faults == [.trust(.trustExpired(at: Workshop.now))])
  }

  @Test func `an expired root and a missing signature are both told`() throws {
    var shop = try Workshop()
    shop.root.expires = Workshop.now
    let verdict = shop.verdict(on: try shop.envelope(signedBy: .alice).bytes)
    #expect(verdict.faults == [.trust(.trustExpired(at: Workshop.now)), .threshold(met: 1)])
    #expect(verdict.signers == (try [Signer.alice.key().publicKey]))
  }

  @Test func `without the role nobody may sign`() throws {
    var shop = try Workshop()
    shop.root.roles[.release] = nil
    #expect(
      shop.verdict(on: try shop.envelope().bytes).faults == [
        .trust(.roleMissing(.release)), .signature(of: 2),
      ])
  }

  @Test(arguments: ["acme/shop2", "acme/Shop", "acme"])
  func `a manifest of another project is refused under the same keys`(project: String) throws {
    var shop = try Workshop()
    shop.manifest.project = project
    let refusal = Refusal.projectMismatch(expected: "acme/shop", found: project)
    #expect(shop.verdict(on: try shop.envelope().bytes).faults == [.trust(refusal)])
  }

  @Test func `a key that another role holds too signs for both`() throws {
    var shop = try Workshop()
    let pusher = try Signer.pusher.key().publicKey.keyID
    shop.root.roles[.release]?.keyIDs.append(pusher)
    #expect(shop.verdict(on: try shop.envelope(signedBy: .alice, .pusher).bytes).faults == [])
  }

  @Test func `a promotion key of one environment is none of another`() throws {
    let shop = try Workshop()
    let envelope = try shop.envelope(signedBy: .pusher)
    #expect(shop.root.accepts(envelope, for: .promote("staging")))
    #expect(!shop.root.accepts(envelope, for: .promote("production")))
  }

  @Test func `a threshold may be asked for that is not the role's`() throws {
    let shop = try Workshop()
    let envelope = try shop.envelope(signedBy: .alice)
    #expect(!shop.root.accepts(envelope, for: .release))
    #expect(shop.root.accepts(envelope, for: .release, threshold: 1))
    #expect(!shop.root.accepts(envelope, for: .ledger, threshold: 1))
  }

  @Test(arguments: [0, -1]) func `no signature is never enough`(threshold: Int) throws {
    var shop = try Workshop()
    let envelope = shop.manifest.statement.envelope
    #expect(!shop.root.accepts(envelope, for: .release, threshold: threshold))
    shop.root.roles[.release]?.threshold = threshold
    #expect(!shop.root.accepts(envelope, for: .release))
    #expect(shop.verdict(on: try shop.envelope(signedBy: .stranger).bytes).verified == nil)
  }
}
