import ReleaseManifests
import ReleaseSigning
import StrictJSON

private let signed: Envelope = {
  do {
    var envelope = try sampleManifest().statement.envelope
    for number: UInt8 in 1...2 { try envelope.sign(with: key(number)) }
    return envelope
  } catch { fatalError("no envelope: \(error)") }
}()

private let verifier: ManifestVerifier = {
  do {
    let keys = try (1...3).map { try key(UInt8($0)).publicKey }
    let grant = TrustRoot.Grant(keyIDs: keys.map(\.keyID), threshold: 2)
    let root = TrustRoot(
      project: "acme/shop", version: 1, expires: .latest,
      keys: Dictionary(uniqueKeysWithValues: keys.map { ($0.keyID, .init(publicKey: $0, name: "")) }),
      roles: [.release: grant, .root: grant], ledgerOrigin: "acme/shop")
    return ManifestVerifier(trusting: .root(root, role: .release), at: .earliest)
  } catch { fatalError("no root: \(error)") }
}()

/// A manifest that two of three keys signed, the same with one signature, and one of another alphabet.
func seeds() throws -> [[UInt8]] {
  let text = String(decoding: signed.bytes, as: UTF8.self)
  return [
    signed.bytes, Array(text.replacing("+", with: "-").utf8),
    Array(text.replacing("keyid", with: "key").utf8),
    Array(
      #"{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[{"sig":"AA=="}]}"#.utf8),
  ]
}

/// Whatever was changed: only the payload that was signed verifies.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let verdict = verifier.verify(unsafe input(start, count))
  guard let envelope = verdict.envelope else {
    require(verdict.verified == nil, "verified without an envelope")
    return 0
  }
  if verdict.verified != nil || !verdict.signers.isEmpty {
    require(envelope.payload == signed.payload, "a payload that nobody signed is accepted")
  }
  require(verdict.verified == nil || Set(verdict.signers).count == 2, "accepted with too few signers")
  // Why it would be refused is of no use here.
  let again = try? Envelope(parsing: envelope.bytes, expecting: PayloadType.statement)
  require(again == envelope, "an envelope reads otherwise")
  return 0
}
