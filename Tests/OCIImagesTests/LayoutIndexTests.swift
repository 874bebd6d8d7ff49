import OCIImages
import Testing

@Suite("Image layouts") struct LayoutIndexTests {
  private static func layout(_ names: [(String, String)], key: String = "org.opencontainers.image.ref.name")
    throws -> LayoutIndex
  {
    let entries = names.map { word, name in
      let annotations = name.isEmpty ? "null" : #"{"\#(key)":"\#(name)"}"#
      return #"{"mediaType":"\#(MediaType.ociManifest)","digest":"\#(pin(word))","size":1,"#
        + #""annotations":\#(annotations)}"#
    }
    return try LayoutIndex(
      parsing: Array(#"{"schemaVersion":2,"manifests":[\#(entries.joined(separator: ","))]}"#.utf8))
  }

  @Test func `an image is found by its tag, or by a whole name with that tag`() throws {
    let layout = try LayoutIndex(parsing: Array(Samples.layout.utf8))
    #expect(layout.tags == ["1.4.0", "1.5.0"])
    #expect(try layout.descriptor(tag: "1.4.0").digest == digest("old"))
    #expect(try layout.descriptor(tag: "1.5.0").digest == digest("new"))
    let containerd = try Self.layout([("x", "docker.io/acme/api:2.0.0")], key: "io.containerd.image.name")
    #expect(try containerd.descriptor(tag: "2.0.0").digest == digest("x"))
  }

  @Test func `a tag that is not there is named with those that are`() throws {
    let layout = try LayoutIndex(parsing: Array(Samples.layout.utf8))
    #expect(throws: LayoutProblem.noSuchTag("1.6.0", available: ["1.4.0", "1.5.0"])) {
      try layout.descriptor(tag: "1.6.0")
    }
    #expect(throws: LayoutProblem.noSuchTag("", available: ["1.4.0", "1.5.0"])) {
      try layout.descriptor(tag: "")
    }
  }

  @Test func `without a tag the only image is meant`() throws {
    #expect(try Self.layout([("x", "")]).descriptor(tag: nil).digest == digest("x"))
    #expect(try Self.layout([("x", "1"), ("x", "2")]).descriptor(tag: nil).digest == digest("x"))
    #expect(throws: LayoutProblem.several(["1", "2"])) {
      try Self.layout([("x", "1"), ("y", "2"), ("z", "")]).descriptor(tag: nil)
    }
    #expect(throws: LayoutProblem.empty) { try Self.layout([]).descriptor(tag: nil) }
    #expect(throws: LayoutProblem.empty) { try Self.layout([]).descriptor(tag: "1") }
  }

  @Test func `a tag of two images leads to neither`() throws {
    #expect(throws: LayoutProblem.several(["1"])) {
      try Self.layout([("x", "1"), ("y", "a/b:1")]).descriptor(tag: "1")
    }
  }

  @Test func `a manifest is no layout`() {
    #expect(throws: ImageDocumentError.unknownType(MediaType.ociManifest)) {
      try LayoutIndex(parsing: Array(Samples.manifest.utf8))
    }
  }

  @Test func `only version 1.0.0 of the layout is read`() throws {
    try LayoutIndex.requireVersion(Array(#"{"imageLayoutVersion": "1.0.0"}"#.utf8))
    #expect(throws: ImageDocumentError.layoutVersion("1.1.0")) {
      try LayoutIndex.requireVersion(Array(#"{"imageLayoutVersion":"1.1.0"}"#.utf8))
    }
    #expect(throws: ImageDocumentError.self) { try LayoutIndex.requireVersion(Array("{}".utf8)) }
  }
}
