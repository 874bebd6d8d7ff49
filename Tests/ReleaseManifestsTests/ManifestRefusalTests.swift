import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Refusals of the manifest") struct ManifestRefusalTests {
  static let kinds = ["manifest:v2", "promotion_started:v1", "approval:v1", "release:v1", "manifest:v1 "].map
  { kind in
    Mutation(
      "a statement of the kind '\(kind)'", .manifest(.predicateType("urn:release-toolkit:\(kind)")),
      signing: "urn:release-toolkit:manifest:v1", to: "urn:release-toolkit:\(kind)")
  }

  private static let differs = Fault.manifest(.field("subject", value: "differs from the predicate"))
  private static let file = Digest.sha256("bin/shop".utf8).hex
  private static let subject = #"{"name":"bin/shop","digest":{"sha256":"\#(file)"}},"#

  static let subjects = [
    Mutation(
      "a subject with another digest", differs, signing: subject,
      to: subject.replacing(file, with: hex("a", 64))),
    Mutation(
      "a subject with another name", differs, signing: subject, to: subject.replacing("bin", with: "lib")),
    Mutation("a subject left out", differs, signing: subject, to: ""),
    Mutation(
      "a subject too many", differs, signing: subject, to: subject + subject.replacing("bin", with: "lib")),
    Mutation(
      "a second digest beside the right one", differs, signing: #""digest":{"sha256":"\#(file)"}"#,
      to: #""digest":{"sha256":"\#(file)","sha512":"\#(hex("a", 128))"}"#),
    Mutation(
      "an artifact with another digest than its subject", differs,
      signing: #","sha256":"\#(file)","executable""#,
      to: #","sha256":"\#(hex("a", 64))","executable""#),
  ]

  static let values = [
    change("project", #""acme/shop""#, #""acme/\u212a""#, value: "acme/\u{212A}"),
    change("project", #""acme/shop""#, #""acme shop""#, value: "acme shop"),
    change("component", #""api""#, #""""#, value: ""),
    change("version", #""1.5.0""#, #""1.5""#, value: "1.5", before: #","tag""#),
    change("version", #""1.5.0""#, #""v1.5.0""#, value: "v1.5.0", before: #","tag""#),
    change("version", #""1.4.2""#, #""01.4.2""#, value: "01.4.2"),
    change("tag", #""v1.5.0""#, #""v1.5.0\n""#, value: "v1.5.0\n"),
    change("channel", #""stable""#, #""\u001b[31m""#, value: "\u{1B}[31m"),
    change("purl", #""pkg:generic/shop@1.5.0""#, #""pkg:\u0000""#, value: "pkg:\0"),
    change("commit", "\"\(hex("a", 40))\"", #""aaaaaaa""#, value: "aaaaaaa"),
    change("commit", "\"\(hex("a", 40))\"", "\"\(hex("A", 40))\"", value: hex("A", 40)),
    change("tree", "\"\(hex("b", 40))\"", #""v1.5.0""#, value: "v1.5.0"),
    change("manifest_digest", "\"\(Digest.sha256([3]).hex)\"", #""""#, value: ""),
    change("level", #""minor""#, #""huge""#, value: "huge"),
    change("reference", #""example.com/web@sha256:"#, #""example.com/web:1@sha256:"#, value: web(":1")),
    change("reference", #""example.com/web@sha256:"#, #""x@example.com/web@sha256:"#, value: "x@" + web("")),
    change("digest", #""sha256:\#(Digest.sha256([2]).hex)""#, #""\#(hex("a", 64))""#, value: hex("a", 64)),
    change(
      "digest", #""sha256:\#(Digest.sha256([2]).hex)""#, #""sha512:\#(hex("a", 64))""#,
      value: "sha512:" + hex("a", 64)),
    change("path", #""sbom.json""#, #""../sbom.json""#, value: "../sbom.json"),
    change("path", #""sbom.json""#, #""/etc/passwd""#, value: "/etc/passwd"),
    change("path", #""sbom.json""#, #""..\/\u0338x""#, value: "../\u{338}x"),
    change("sha256", #""\#(Digest.sha256([4]).hex)""#, #""\#(hex("A", 64))""#, value: hex("A", 64)),
    change(
      "created_at", #""2026-03-01T12:00:00Z""#, #""2026-02-30T12:00:00Z""#, value: "2026-02-30T12:00:00Z"),
    change(
      "created_at", #""2026-03-01T12:00:00Z""#, #""2026-03-01T12:00:00Zjunk""#,
      value: "2026-03-01T12:00:00Zjunk"),
    change("created_at", #""2026-03-01T12:00:00Z""#, #""2026-03-01""#, value: "2026-03-01"),
  ]

  static let kindsOfValue = [
    shape("commits", "7", "-7", found(.integer, insteadOf: .nonNegativeInteger, at: .key("commits"))),
    shape("commits", "7", "7.0", found(.number, insteadOf: .nonNegativeInteger, at: .key("commits"))),
    shape("commits", "7", "true", found(.bool, insteadOf: .nonNegativeInteger, at: .key("commits"))),
    shape("commits", "7", #""7""#, found(.string, insteadOf: .nonNegativeInteger, at: .key("commits"))),
    shape(
      "size", "900", "9223372036854775808", found(.number, insteadOf: .nonNegativeInteger, at: .key("size"))),
    shape("size", "8", "-8", found(.integer, insteadOf: .nonNegativeInteger, at: .key("size"))),
    shape("executable", "true", #""yes""#, found(.string, insteadOf: .bool, at: .key("executable"))),
    shape("channel", #""stable""#, "[]", found(.array, insteadOf: .string, at: .key("channel"))),
    shape("sboms", "[{", "[1,{", found(.integer, insteadOf: .object, at: .key("sboms"), .index(0))),
    shape("bump", #"{"level""#, #"[],"x":{"level""#, found(.array, insteadOf: .object, at: .key("bump"))),
    shape("previous", "{", #"1,"x":{"#, found(.integer, insteadOf: .object, at: .key("previous"))),
  ]

  /// Text members that must be there, under another name.
  static let absent = ["project", "tag", "channel", "created_at"].map { key in
    Mutation("no \(key)", .manifest(.field(key, value: "")), signing: #""\#(key)":"#, to: #""_\#(key)":"#)
  }

  static let absentObjects = ["source", "bump", "changelog", "tool"].map { key in
    Mutation(
      "no \(key)", .manifest(.shape(missing(.key(key)))), signing: #""\#(key)":{"#, to: #""_\#(key)":{"#)
  }

  @Test(arguments: kinds + subjects) func `a manifest is about what its statement is about`(
    mutation: Mutation
  ) throws {
    let shop = try Workshop()
    #expect(shop.verdict(on: try mutation.bytes(shop)).faults == mutation.faults)
  }

  @Test(arguments: values + kindsOfValue + absent + absentObjects)
  func `one wrong member is enough`(mutation: Mutation) throws {
    let shop = try Workshop()
    #expect(shop.verdict(on: try mutation.bytes(shop)).faults == mutation.faults)
  }

  @Test func `a changelog of other words than its digest is refused`() throws {
    let shop = try Workshop()
    let bytes = try shop.sealed(Array(edit(shop.payload, "open a café", "close a café").utf8))
    let stated = shop.manifest.changelog.sha256.hex
    #expect(shop.verdict(on: bytes).faults == [.manifest(.field("changelog.sha256", value: stated))])
  }

  @Test func `a subject that only looks like the tag is refused`() throws {
    var shop = try Workshop()
    (shop.manifest.images, shop.manifest.artifacts, shop.manifest.tag) = ([], [], "caf\u{E9}")
    shop.manifest.source.tagRef = "refs/tags/caf\u{E9}"
    let payload = try edit(shop.payload, "\"name\":\"caf\u{E9}\"", "\"name\":\"cafe\u{301}\"")
    #expect(shop.verdict(on: try shop.sealed(Array(payload.utf8))).faults == [Self.differs])
  }

  @Test(arguments: ["refs/heads/v1.5.0", "refs/tags/v1.5.1", "v1.5.0", ""])
  func `the full name of the tag is that of the tag`(name: String) throws {
    var shop = try Workshop()
    shop.manifest.source.tagRef = name
    let faults = shop.verdict(on: try shop.sealed(Array(shop.payload.utf8))).faults
    #expect(faults == [.manifest(.field("source.tag_ref", value: name))])
  }

  @Test func `a bill of materials is no other file of its path`() throws {
    var shop = try Workshop()
    let artifact = shop.manifest.artifacts[0]
    shop.manifest.sboms = [.init(path: artifact.path, sha256: artifact.sha256, format: "spdx")]
    #expect(shop.verdict(on: try shop.sealed(Array(shop.payload.utf8))).faults == [])
    shop.manifest.sboms = [.init(path: artifact.path, sha256: .sha256([9]), format: "spdx")]
    let faults = shop.verdict(on: try shop.sealed(Array(shop.payload.utf8))).faults
    #expect(faults == [.manifest(.field("sboms.path", value: artifact.path.text))])
  }

  private static func change(
    _ key: String, _ old: String, _ new: String, value: String, before next: String = ""
  ) -> Mutation {
    Mutation(
      "\(key) \(new)", .manifest(.field(key, value: value)), signing: #""\#(key)":\#(old)\#(next)"#,
      to: #""\#(key)":\#(new)\#(next)"#)
  }

  private static func shape(_ key: String, _ old: String, _ new: String, _ error: JSONShapeError) -> Mutation
  {
    Mutation(
      "\(key) \(new)", .manifest(.shape(error)), signing: #""\#(key)":\#(old)"#, to: #""\#(key)":\#(new)"#)
  }

  /// The reference of the image `web` with a text after its name.
  private static func web(_ suffix: String) -> String {
    "example.com/web\(suffix)@sha256:\(Digest.sha256("web".utf8).hex)"
  }
}
