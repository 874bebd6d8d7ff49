import ReleaseManifests
import ReleaseSigning
import StrictJSON

/// Roots of versions 1 and 2, each signed by its own key and the one before.
private let roots: [Envelope] = {
  do {
    return try (1...2).map { version in
      let keys = try [key(UInt8(version)).publicKey, key(9).publicKey]
      let grant = TrustRoot.Grant(keyIDs: [keys[0].keyID], threshold: 1)
      let root = TrustRoot(
        project: "acme/shop", version: Int64(version), expires: .latest,
        keys: Dictionary(uniqueKeysWithValues: keys.map { ($0.keyID, .init(publicKey: $0, name: "n")) }),
        roles: [.root: grant, .promote("*"): .init(keyIDs: keys.map(\.keyID), threshold: 2)],
        ledgerOrigin: "acme/shop")
      var envelope = root.envelope
      for number in 1...version { try envelope.sign(with: key(UInt8(number))) }
      return envelope
    }
  } catch { fatalError("no roots: \(error)") }
}()

/// The first byte says what follows: the payload of a root, or a root's file.
func seeds() throws -> [[UInt8]] {
  roots.flatMap { [[0] + $0.payload, [1] + $0.bytes] }
}

/// A root that is read is written as one that reads as itself, and no file follows that nobody signed.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe input(start, count)
  let rest = Array(bytes.dropFirst())
  // Every `try?` below: why an input is refused is of no use here.
  if bytes.first == 0 {
    guard let root = try? TrustRoot(parsing: rest) else { return 0 }
    require((try? TrustRoot(parsing: root.bytes)) == root, "a root reads otherwise")
    for (id, key) in root.keys { require(key.publicKey.keyID == id, "a key under another's id") }
    for grant in root.roles.values {
      require((1...Set(grant.keyIDs).count).contains(grant.threshold), "a threshold that cannot be met")
    }
    return 0
  }
  if let chain = try? TrustChain(anchor: rest) {
    require(roots.contains { $0.payload == chain.newest.envelope.payload }, "an anchor that nobody signed")
  }
  guard var chain = try? TrustChain(anchor: roots[0].bytes), (try? chain.append(rest)) != nil else {
    return 0
  }
  require(chain.newest.envelope.payload == roots[1].payload, "a root follows that nobody signed")
  return 0
}
