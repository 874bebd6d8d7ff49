import OCIImages
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Descriptors") struct DescriptorTests {
  private static func read(_ text: String) throws -> Descriptor {
    try Descriptor(JSONCursor(JSONValue(parsing: Array(text.utf8))))
  }

  @Test func `each part is read and written again`() throws {
    let descriptor = Descriptor(
      mediaType: MediaType.ociManifest, digest: digest("x"), size: 7682, artifactType: "application/vnd.acme",
      annotations: ["b": "2", "a": "1", "é": "3"],
      platform: Platform(os: "windows", architecture: "amd64", variant: "v3", osVersion: "10.0.14393"),
      urls: ["https://example.com/x"])
    let bytes = JSONValue.object(descriptor.json).bytes
    #expect(try Self.read(String(decoding: bytes, as: UTF8.self)) == descriptor)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"{"mediaType":"application/vnd.oci.image.manifest.v1+json","#
        + #""digest":"\#(pin("x"))","size":7682,"urls":["https://example.com/x"],"#
        + #""annotations":{"a":"1","b":"2","é":"3"},"platform":{"architecture":"amd64","os":"windows","#
        + #""os.version":"10.0.14393","variant":"v3"},"artifactType":"application/vnd.acme"}"#)
  }

  @Test func `what a descriptor need not have may be null or absent`() throws {
    let text =
      #"{"mediaType":"a/b","digest":"\#(pin("x"))","size":0,"urls":null,"annotations":null,"#
      + #""platform":null,"artifactType":"","data":"e30=","unknown":[1.5]}"#
    #expect(try Self.read(text) == Descriptor(mediaType: "a/b", digest: digest("x"), size: 0))
  }

  @Test(arguments: [
    "-1", "1.0", "1e3", "9223372036854775808", "99999999999999999999999", "-0", "\"7\"", "null", "true",
    "[7]",
  ]) func `a size is a whole number that is not below zero`(size: String) throws {
    let text = #"{"mediaType":"a/b","digest":"\#(pin("x"))","size":\#(size)}"#
    #expect(throws: ImageDocumentError.self) { try Self.read(text) }
  }

  @Test func `the greatest size is read`() throws {
    let text = #"{"mediaType":"a/b","digest":"\#(pin("x"))","size":9223372036854775807}"#
    #expect(try Self.read(text).size == .max)
  }

  private static let digests: [(String, Bool)] = [
    (pin("x").uppercased(), false), ("sha256:\(digest("x").hex.uppercased())", false),
    (digest("x").hex, false),
    ("\(pin("x"))0", false), (String(pin("x").dropLast()), false), (" \(pin("x"))", false), ("", false),
    ("sha256:", false), ("sha256:../../x", false), ("sha512:\(digest("x").hex)\(digest("y").hex)", true),
    ("blake3:00", true),
  ]

  @Test(arguments: digests) func `a digest has one spelling and one algorithm`(
    text: String, isOtherAlgorithm: Bool
  ) throws {
    let json = #"{"mediaType":"a/b","digest":"\#(text)","size":1}"#
    do {
      _ = try Self.read(json)
      Issue.record("accepted")
    } catch {
      let path = JSONPath(keys: "digest")
      let name = String(text.prefix { $0 != ":" })
      let expected = isOtherAlgorithm ? ImageDocumentError.algorithm(path, name) : .digest(path, text)
      #expect(error as? ImageDocumentError == expected)
    }
  }

  @Test(arguments: ["", "text", "a/b/c", "/b", "a/", "a b/c", "a/b;c=d", "é/b", "a/b\\n", ".a/b"])
  func `a type is a media type without parameters`(type: String) throws {
    let text = #"{"mediaType":"\#(type)","digest":"\#(pin("x"))","size":1}"#
    #expect(throws: ImageDocumentError.self) { try Self.read(text) }
  }

  @Test(arguments: [
    #""annotations":{"a":1}"#, #""annotations":{"é":"1","e\u0301":"2"}"#, #""urls":"x""#,
    #""urls":[1]"#, #""platform":{"os":"linux"}"#, #""Size":2"#, #""DIGEST":"x""#,
    #""platform":{"os":"linux","OS":"x","architecture":"a"}"#,
  ]) func `what does not fit is refused`(member: String) {
    let text = #"{"mediaType":"a/b","digest":"\#(pin("x"))","size":1,\#(member)}"#
    #expect(throws: ImageDocumentError.self) { try Self.read(text) }
  }

  @Test func `a descriptor of content has its digest and length`() {
    let descriptor = Descriptor(of: Array("{}".utf8), mediaType: "a/b", annotations: ["a": "b"])
    #expect(
      descriptor.digest.hex == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
    #expect(descriptor.size == 2)
    #expect(descriptor.bare == Descriptor(mediaType: "a/b", digest: descriptor.digest, size: 2))
    #expect(descriptor.with(annotations: [:]) == descriptor.bare)
  }
}
