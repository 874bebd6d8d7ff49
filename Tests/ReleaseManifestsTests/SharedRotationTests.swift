import ReleaseManifests
import ReleaseSigning
import StrictJSON
import TestSupport
import Testing

/// The rotation tables of TUF's conformance suite.
struct SharedRotations: Decodable {
  let root: [Rotation]
  let role: [Delegation]

  struct Rotation: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let versions: [Version]
    var testDescription: String { name }
  }

  struct Version: Decodable, Sendable {
    let keys: [Int]
    let threshold: Int
    let sigs: [Int]
    let accept: Bool

    /// The root that this version stands for; the keys begin at number 0, and the seeds at 10.
    func file(_ version: Int) throws -> [UInt8] {
      try rootFile(
        Int64(version), keys: keys.map { $0 + 10 }, threshold: threshold, signedBy: sigs.map { $0 + 10 })
    }
  }

  struct Delegation: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let keys: [Int]
    let threshold: Int
    let sigs: [Int]
    let accept: Bool
    var testDescription: String { name }
  }

  /// The tables; empty where they are not, and then the tests are off.
  static let all =
    SharedCases.arePresent ? Result { try load() } : .success(SharedRotations(root: [], role: []))

  private static func load() throws -> SharedRotations {
    try SharedCases.decode(SharedRotations.self, "root-rotation-cases.json")
  }
}

@Suite("Rotation tables of TUF", .enabled(if: SharedCases.arePresent)) struct SharedRotationTests {
  @Test(arguments: try SharedRotations.all.get().root)
  func `a root follows when both thresholds are met`(rotation: SharedRotations.Rotation) throws {
    var chain = try TrustChain(anchor: rotation.versions[0].file(1))
    for (index, version) in rotation.versions.enumerated().dropFirst() {
      do {
        try chain.append(version.file(index + 1))
        #expect(version.accept)
      } catch is TrustChain.Problem {
        #expect(!version.accept)
      }
      #expect(chain.current.version == Int64(version.accept ? index + 1 : index))
    }
  }

  @Test(arguments: try SharedRotations.all.get().role)
  func `a manifest holds when its role's threshold is met`(role: SharedRotations.Delegation) throws {
    var shop = try Workshop()
    let keys = try role.keys.map { try numberedKey($0 + 10).publicKey }
    shop.root.keys.merge(keys.map { ($0.keyID, .init(publicKey: $0, name: "")) }) { $1 }
    shop.root.roles[.release] = .init(keyIDs: keys.map(\.keyID), threshold: role.threshold)
    var envelope = shop.manifest.statement.envelope
    for signer in role.sigs { try envelope.sign(with: numberedKey(signer + 10)) }
    #expect((shop.verdict(on: envelope.bytes).verified != nil) == role.accept)
  }
}
