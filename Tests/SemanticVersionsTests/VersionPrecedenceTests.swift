import SemanticVersions
import TestSupport
import Testing

@Suite("Version precedence")
struct VersionPrecedenceTests {
  static let ascending = [
    "0.0.0-0", "0.0.0", "0.9.9", "0.10.0", "1.0.0--", "1.0.0-a", "1.0.0-a.1", "1.0.0-a.2", "1.0.0-a.10",
    "1.0.0-a.10.0", "1.0.0-a.b", "1.0.0-b", "1.0.0", "1.0.0+a", "1.0.0+a.b", "1.0.0+b", "1.0.1-0", "1.0.1",
    "18446744073709551615.0.0", "18446744073709551616.0.0", "100000000000000000000.0.0",
  ]

  @Test func `every version of a list sorts before all that follow`() throws {
    let versions = try Self.ascending.map(Version.init(parsing:))
    for (index, version) in versions.enumerated() {
      for later in versions.dropFirst(index + 1) { #expect(version < later && !(later < version)) }
      #expect(!(version < version))
    }
  }

  @Test func `a prerelease sorts before its release`() throws {
    #expect(try Version(parsing: "2.0.0-rc.9") < Version(2, 0, 0))
  }

  @Test func `build metadata makes another version of the same precedence`() throws {
    let (one, other) = try (Version(parsing: "1.0.0-a+1"), Version(parsing: "1.0.0-a+2"))
    #expect(one != other)
    #expect(one.hasSamePrecedence(as: other))
    #expect(!one.hasSamePrecedence(as: one.core))
  }
}

@Suite("Version precedence, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedPrecedenceCases {
  struct File: Decodable {
    struct Pair: Decodable {
      let greater, less: String
    }
    struct Twins: Decodable {
      let a, b: String
    }
    let chains: [[String]]
    let greaterLess: [Pair]
    let equal: [Twins]
  }

  @Test func `chains ascend`() throws {
    for chain in try SharedCases.decode(File.self, "semver-order.json").chains {
      let versions = try chain.map(Version.init(parsing:))
      #expect(versions.reversed().sorted() == versions)
      #expect(zip(versions, versions.dropFirst()).allSatisfy { !$0.hasSamePrecedence(as: $1) })
    }
  }

  @Test func `the greater of two is greater`() throws {
    for pair in try SharedCases.decode(File.self, "semver-order.json").greaterLess {
      #expect(try Version(parsing: pair.less) < Version(parsing: pair.greater))
    }
  }

  @Test func `twins have the same precedence`() throws {
    for twins in try SharedCases.decode(File.self, "semver-order.json").equal {
      #expect(try Version(parsing: twins.a).hasSamePrecedence(as: Version(parsing: twins.b)))
    }
  }
}
