import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Attacks on the statement and the manifest") struct ManifestAttackTests {
  private static let sha256 = Digest.sha256("bin/shop".utf8).hex
  private static let digest = #"{"sha256":"\#(sha256)"}"#
  private static let differs = Fault.manifest(.field("subject", value: "differs from the predicate"))

  static let digests = [
    digest("only SHA-512", #"{"sha512":"\#(hex("a", 128))"}"#),
    digest("only SHA-1", #"{"sha1":"\#(hex("a", 40))"}"#),
    digest("only a tree", #"{"gitTree":"\#(hex("a", 40))"}"#),
    digest("the algorithm in capitals", #"{"SHA256":"\#(sha256)"}"#),
    digest("a blank before the algorithm", #"{" sha256":"\#(sha256)"}"#),
    digest("a digest of 66 digits", #"{"sha256":"\#(hex("a", 66))"}"#),
    digest("a digest of an odd number of digits", #"{"sha256":"\#(hex("a", 65))"}"#),
    digest("an empty digest", #"{"sha256":""}"#),
    digest("null for a digest", #"{"sha256":null}"#),
    digest("a list of digests", #"{"sha256":["\#(sha256)"]}"#),
    digest("a digest that names its algorithm", #"{"sha256":"sha256:\#(sha256)"}"#),
    digest("a second digest in capitals", #"{"sha256":"\#(sha256)","sha512":"AA"}"#),
    digest(
      "two algorithms that differ by normalisation alone",
      "{\"sha256\":\"\(sha256)\",\"\u{E9}\":\"aa\",\"e\u{301}\":\"aa\"}"),
    Mutation(
      "a digest twice", .statementText(.duplicateKey("sha256")), signing: digest,
      to: #"{"sha256":"\#(sha256)","sha256":"\#(sha256)"}"#),
    Mutation(
      "a digest twice, once with an escape", .statementText(.duplicateKey("sha256")), signing: digest,
      to: #"{"sha256":"\#(sha256)","sha\u003256":"\#(hex("a", 64))"}"#),
    Mutation(
      "MD5 beside the right digest", differs, signing: digest,
      to: #"{"sha256":"\#(sha256)","md5":"\#(hex("a", 32))"}"#),
    Mutation(
      "a commit in place of the digest", differs, signing: digest, to: #"{"gitCommit":"\#(hex("a", 40))"}"#),
  ]

  static let types = [
    "http://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v1/", "https://in-toto.io/statement/v1",
    "",
  ].map { type in
    Mutation(
      "the type '\(type)'", .statement(.type(type)), signing: #""_type":"https://in-toto.io/Statement/v1""#,
      to: #""_type":"\#(type)""#)
  }

  static let order = [
    Mutation("subjects in another order", differs) { shop in
      let list = shop.manifest.subjects.map { Digest(hex: $0.digest["sha256"] ?? "").map { $0.hex } ?? "" }
      let first = #"{"name":"bin/shop","digest":{"sha256":"\#(list[0])"}}"#
      let second = #"{"name":"dist/shop.tar.gz","digest":{"sha256":"\#(list[1])"}}"#
      return try shop.sealed(Array(edit(shop.payload, "\(first),\(second)", "\(second),\(first)").utf8))
    },
    Mutation("one artifact twice", .statement(.repeatedSubject("bin/shop"))) { shop in
      try shop.sealed(with: shop.manifest.artifacts + [shop.manifest.artifacts[0]])
    },
    Mutation("a path with two digests", .statement(.repeatedSubject("bin/shop"))) { shop in
      var other = shop.manifest.artifacts[0]
      other.sha256 = .sha256([])
      return try shop.sealed(with: shop.manifest.artifacts + [other])
    },
    Mutation("an artifact named as an image", .statement(.repeatedSubject("example.com/web@sha256:\(web)"))) {
      try $0.sealed(with: [.named("example.com/web@sha256:\(web)")])
    },
  ]

  private static let web = Digest.sha256("web".utf8).hex

  static let paths = [
    ("./sbom.json", #"./sbom.json"#), ("a//b", "a//b"), ("a/", "a/"), (".", "."), ("", ""),
    ("a/../b", "a/../b"), ("a\0b", #"a\u0000b"#), (#"a\..\b"#, #"a\\..\\b"#), ("..\u{2215}x", "..\u{2215}x"),
    ("..\u{FF0F}x", "..\u{FF0F}x"), ("a/\u{338}b", "a/\u{338}b"), ("a\u{202E}b", "a\u{202E}b"),
    (hex("a", 1025), hex("a", 1025)),
  ].map { path, written in
    Mutation(
      "the path '\(written.prefix(20))'", .manifest(.field("path", value: path)), signing: #""sbom.json""#,
      to: #""\#(written)""#)
  }

  static let sizes = [
    size("minus zero", "-0", .number), size("an exponent", "8E0", .number),
    size("a fraction", "8.0", .number),
    size("a huge exponent", "8e999999999", .number), size("true", "true", .bool),
    size("text", #""8""#, .string),
    size("2^63", "9223372036854775808", .number), size("a list", "[8]", .array),
    Mutation(
      "null for a size", .manifest(.field("size", value: "")), signing: #""size":8,"#, to: #""size":null,"#),
  ]

  static let nulls = [
    null("version", #""1.5.0","tag""#, .field("version", value: ""), next: #","tag""#),
    null("project", #""acme/shop""#, .field("project", value: "")),
    null("commit", "\"\(hex("a", 40))\"", .field("commit", value: "")),
    null("created_at", #""2026-03-01T12:00:00Z""#, .field("created_at", value: "")),
    null(
      "source", #"{"uri""#, .shape(found(.null, insteadOf: .object, at: .key("source"))),
      next: #","x":{"uri""#),
  ]

  @Test(arguments: digests + types + order + paths + sizes + nulls)
  func `one change is enough`(mutation: Mutation) throws {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try mutation.bytes(shop))
    #expect(verdict.faults == mutation.faults)
    #expect(verdict.verified == nil)
  }

  /// `null` reads as absent, and what is not known is ignored: neither says more than the manifest without it.
  static let harmless = [
    (#""purl":"pkg:generic/shop@1.5.0""#, #""purl":null"#), (#""executable":true"#, #""executable":null"#),
    (#""component":"api""#, #""component":null"#), (#""sboms":["#, #""deploy":{"force":true},"sboms":["#),
    (#""sboms":["#, "\"caf\u{E9}\":1,\"cafe\u{301}\":2,\"sboms\":["),
    (#""size":8,"#, #""size":9223372036854775807,"#),
  ].map { old, new in
    Mutation(new, nil) { shop in try shop.sealed(Array(edit(shop.payload, old, new).utf8)) }
  }

  @Test(arguments: harmless) func `what is absent or unknown says nothing`(mutation: Mutation) throws {
    let shop = try Workshop()
    let manifest = try #require(shop.verdict(on: try mutation.bytes(shop)).verified?.manifest)
    #expect(manifest.subjects == shop.manifest.subjects)
    #expect(manifest.version == shop.manifest.version)
  }

  @Test(arguments: ["bin/Shop", "BIN/SHOP", "con", "nul.txt", "a:b", "bin/shop.", "bin/shop "])
  func `paths are told apart by their bytes, whatever a file system makes of them`(path: String) throws {
    let shop = try Workshop()
    let bytes = try shop.sealed(with: shop.manifest.artifacts + [.named(path)])
    #expect(shop.verdict(on: bytes).verified?.manifest.artifacts.count == 3)
  }

  private static func digest(_ name: String, _ new: String) -> Mutation {
    Mutation(name, .statement(.digest(subject: "bin/shop")), signing: digest, to: new)
  }

  private static func size(_ name: String, _ new: String, _ kind: JSONKind) -> Mutation {
    Mutation(
      "\(name) for a size", .manifest(.shape(noCount(kind, "size"))), signing: #""size":8,"#,
      to: #""size":\#(new),"#)
  }

  private static func null(_ key: String, _ old: String, _ error: StatementError, next: String = "")
    -> Mutation
  {
    Mutation(
      "null for \(key)", .manifest(error), signing: #""\#(key)":\#(old)"#, to: #""\#(key)":null\#(next)"#)
  }
}

extension Workshop {
  /// The signed manifest with other artifacts.
  fileprivate func sealed(with artifacts: [Manifest.Artifact]) throws -> [UInt8] {
    var manifest = manifest
    manifest.artifacts = artifacts.sorted { $0.path < $1.path }
    return try sealed(manifest.statement.bytes)
  }
}
