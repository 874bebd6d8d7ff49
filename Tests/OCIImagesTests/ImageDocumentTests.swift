import OCIImages
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Manifests and indexes") struct ImageDocumentTests {
  private static func read(_ text: String, _ type: String? = nil) throws(ImageDocumentError) -> ImageDocument
  {
    try ImageDocument(parsing: Array(text.utf8), mediaType: type)
  }

  @Test func `a manifest has its parts`() throws {
    guard case .manifest(let manifest) = try Self.read(Samples.manifest, MediaType.ociManifest) else {
      Issue.record("an index")
      return
    }
    #expect(manifest.mediaType == MediaType.ociManifest)
    #expect(manifest.blobs.map(\.digest) == [digest("config"), digest("one"), digest("two")])
    #expect(manifest.contentSize == 7023 + 32654 + 16724)
    #expect(manifest.subject?.digest == digest("subject"))
    #expect(manifest.annotations == ["com.example.key1": "value1", "com.example.key2": "value2"])
    #expect(manifest.artifactType == nil)
    #expect(manifest.effectiveArtifactType == MediaType.ociConfiguration)
  }

  @Test func `an artifact says what it is`() throws {
    let text = try edit(Samples.manifest, #""config":"#, #""artifactType":"application/vnd.acme","config":"#)
    #expect(try ImageDocument(parsing: text, mediaType: nil).artifactType == "application/vnd.acme")
    let empty = try edit(Samples.manifest, #""config":"#, #""artifactType":"","config":"#)
    #expect(try ImageDocument(parsing: empty, mediaType: nil).artifactType == MediaType.ociConfiguration)
  }

  @Test func `a manifest of Docker's is one`() throws {
    let document = try Self.read(
      Samples.dockerManifest, "application/vnd.docker.distribution.manifest.v2+json; x=y")
    #expect(document.mediaType == MediaType.dockerManifest)
  }

  @Test func `an index tells images from what is said about them`() throws {
    guard case .index(let index) = try Self.read(Samples.index) else {
      Issue.record("a manifest")
      return
    }
    #expect(index.platforms.map(\.platform.text) == ["linux/amd64", "linux/arm64/v8"])
    #expect(index.platforms.map(\.descriptor.digest) == [digest("amd64"), digest("arm64")])
    #expect(index.attestations.map(\.digest) == [digest("attestation")])
    #expect(index.others.isEmpty)
  }

  @Test func `an entry without a platform is neither image nor remark unless it is marked`() throws {
    let marked =
      #"{"mediaType":"a/b","digest":"\#(pin("m"))","size":1,"#
      + #""annotations":{"vnd.docker.reference.type":"x"}}"#
    let text = #"{"schemaVersion":2,"manifests":[\#(Samples.descriptor("bare")),\#(marked)]}"#
    guard case .index(let index) = try Self.read(text) else { return }
    #expect(index.platforms.isEmpty)
    #expect(index.others.map(\.digest) == [digest("bare")])
    #expect(index.attestations.map(\.digest) == [digest("m")])
  }

  @Test func `a mark does not hide an image that engines run`() throws {
    let marked = try edit(
      Samples.index, Samples.entry("amd64", #"{"architecture":"amd64","os":"linux"}"#),
      Samples.entry(
        "amd64", #"{"architecture":"amd64","os":"linux"}"#,
        annotations: #"{"vnd.docker.reference.type":"attestation-manifest"}"#))
    guard case .index(let index) = try ImageDocument(parsing: marked, mediaType: nil) else { return }
    #expect(index.platforms.count == 2)
    #expect(index.attestations.count == 1)
  }

  @Test func `without any type the members decide`() throws {
    let manifest = try edit(Samples.manifest, #""mediaType":"\#(MediaType.ociManifest)","# + "\n", "")
    #expect(try ImageDocument(parsing: manifest, mediaType: nil).mediaType == MediaType.ociManifest)
    #expect(
      try ImageDocument(parsing: manifest, mediaType: MediaType.dockerManifest).mediaType
        == MediaType.dockerManifest)
    let index = try edit(Samples.index, #""mediaType":"\#(MediaType.ociIndex)","#, "")
    #expect(try ImageDocument(parsing: index, mediaType: nil).mediaType == MediaType.ociIndex)
    #expect(
      failure { () throws(ImageDocumentError) in try Self.read(#"{"schemaVersion":2}"#) } == .unknownShape)
  }

  @Test(arguments: [
    (#""schemaVersion":2"#, #""schemaVersion":1"#, ImageDocumentError.schema1),
    (#""schemaVersion":2"#, #""schemaVersion":3"#, .schemaVersion(3)),
    (
      MediaType.ociManifest + "\",\n", "application/vnd.docker.distribution.manifest.v1+prettyjws\",\n",
      .schema1
    ),
    (
      MediaType.ociManifest + "\",\n", MediaType.ociIndex + "\",\n",
      .contentType(stated: MediaType.ociIndex, received: MediaType.ociManifest)
    ),
    (#""subject""#, #""manifests":[],"subject""#, .ambiguous(member: "manifests")),
    (#""subject""#, #""fsLayers":[],"subject""#, .ambiguous(member: "fsLayers")),
    (#""subject""#, #""Manifests":[],"subject""#, .capitals(JSONPath(keys: "Manifests"), key: "Manifests")),
    (#""subject""#, #""Config":{},"subject""#, .capitals(JSONPath(keys: "Config"), key: "Config")),
    (#""subject""#, #""layer\u017F":[],"subject""#, .capitals(JSONPath(keys: "layerſ"), key: "layerſ")),
  ]) func `what two readers could see differently is refused`(
    old: String, new: String, error: ImageDocumentError
  ) throws {
    let bytes = try edit(Samples.manifest, old, new)
    #expect(
      failure { () throws(ImageDocumentError) in
        try ImageDocument(parsing: bytes, mediaType: MediaType.ociManifest)
      } == error)
  }

  @Test(arguments: ["layers", "config", "fsLayers"])
  func `an index with a member of a manifest is refused`(member: String) throws {
    let bytes = try edit(Samples.index, #""manifests""#, #""\#(member)":[],"manifests""#)
    #expect(
      failure { () throws(ImageDocumentError) in try ImageDocument(parsing: bytes, mediaType: nil) }
        == .ambiguous(member: member))
  }

  @Test(arguments: [
    ("text/html", "text/html"), ("application/json", "application/json"), ("", ""),
    (MediaType.ociConfiguration, MediaType.ociConfiguration),
  ]) func `what is sent as something else is none`(field: String, type: String) throws {
    #expect(
      failure { () throws(ImageDocumentError) in try Self.read(Samples.manifest, field) }
        == .contentType(stated: MediaType.ociManifest, received: type))
    let silent = try edit(Samples.manifest, #""mediaType":"\#(MediaType.ociManifest)","# + "\n", "")
    #expect(
      failure { () throws(ImageDocumentError) in try ImageDocument(parsing: silent, mediaType: field) }
        == .unknownType(type))
  }

  @Test func `a repeated key, a comment and a tail are refused`() throws {
    for (old, new) in [
      (#""subject""#, #""config":{},"subject""#), (#""subject""#, #""\u0063onfig":{},"subject""#),
      (#""value2"}}"#, #""value2"}},"#), (#""value2"}}"#, #""value2"}}{}"#),
      ("{\"schema", "\u{FEFF}{\"schema"),
    ] {
      let bytes = try edit(Samples.manifest, old, new)
      guard
        case .notJSON = failure({ () throws(ImageDocumentError) in
          try ImageDocument(parsing: bytes, mediaType: nil)
        })
      else {
        Issue.record("accepted: \(new)")
        continue
      }
    }
  }

  @Test func `content that is larger than any number counts as the greatest`() throws {
    let bytes = try edit(Samples.manifest, #""size":32654"#, #""size":9223372036854775807"#)
    guard case .manifest(let manifest) = try ImageDocument(parsing: bytes, mediaType: nil) else { return }
    #expect(manifest.contentSize == .max)
  }

  @Test func `a thousand layers are read, one more is not`() throws {
    let layer = Samples.descriptor("layer")
    func manifest(_ count: Int) -> String {
      let layers = repeatElement(layer, count: count).joined(separator: ",")
      return #"{"schemaVersion":2,"config":\#(layer),"layers":[\#(layers)]}"#
    }
    #expect(try Self.read(manifest(1000)).mediaType == MediaType.ociManifest)
    #expect(
      failure { () throws(ImageDocumentError) in try Self.read(manifest(1001)) }
        == .tooMany(JSONPath(keys: "layers"), 1001))
  }

  @Test func `four mebibytes are read, one byte more is not`() throws {
    let padding = String(repeating: " ", count: (4 << 20) - Samples.manifest.utf8.count)
    #expect(try Self.read(Samples.manifest + padding).mediaType == MediaType.ociManifest)
    #expect(
      failure { () throws(ImageDocumentError) in try Self.read(Samples.manifest + padding + " ") }
        == .notJSON(JSONError(offset: 0, reason: .tooLarge)))
  }

  @Test func `deep nesting is refused`() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    let bytes = try edit(Samples.manifest, #""subject""#, #""x":\#(deep),"subject""#)
    guard
      case .notJSON(let error) = failure({ () throws(ImageDocumentError) in
        try ImageDocument(parsing: bytes, mediaType: nil)
      })
    else {
      Issue.record("accepted")
      return
    }
    #expect(error.reason == .tooDeep)
  }
}
