import OCIImages
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Artifacts and what refers to an image") struct ReferrersTests {
  private static let subject = Descriptor(
    mediaType: MediaType.ociIndex, digest: digest("image"), size: 506, annotations: ["x": "y"],
    platform: Platform(os: "linux", architecture: "amd64"))
  private static let layer = Descriptor(of: Array("payload".utf8), mediaType: "application/json")
  private static let artifact = ArtifactManifest(
    artifactType: "application/vnd.acme", layers: [layer], subject: subject,
    annotations: ["b": "2", "a": "1"])

  @Test func `the bytes of an artifact are fixed`() {
    #expect(
      String(decoding: Self.artifact.bytes, as: UTF8.self)
        == #"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","#
        + #""artifactType":"application/vnd.acme","config":{"mediaType":"application/vnd.oci.empty.v1+json","#
        + #""digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2},"#
        + #""layers":[{"mediaType":"application/json","digest":"\#(pin("payload"))","size":7}],"#
        + #""subject":{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"\#(pin("image"))","#
        + #""size":506},"annotations":{"a":"1","b":"2"}}"#)
  }

  @Test func `an artifact reads back as what was written`() throws {
    let bytes = Self.artifact.bytes
    guard case .manifest(let manifest) = try ImageDocument(parsing: bytes, mediaType: MediaType.ociManifest)
    else {
      Issue.record("an index")
      return
    }
    #expect(manifest.artifactType == "application/vnd.acme")
    #expect(manifest.config == ArtifactManifest.emptyConfig)
    #expect(manifest.layers == [Self.layer])
    #expect(manifest.subject == Self.subject.bare)
    #expect(manifest.annotations == ["a": "1", "b": "2"])
    #expect(Self.artifact.descriptor.digest == .sha256(bytes))
    #expect(Self.artifact.descriptor.size == Int64(bytes.count))
    #expect(Self.artifact.descriptor.artifactType == "application/vnd.acme")
    #expect(Self.artifact.descriptor.annotations == ["a": "1", "b": "2"])
  }

  @Test func `an artifact without files has the empty layer`() {
    let artifact = ArtifactManifest(artifactType: "a/b", layers: [], subject: Self.subject)
    #expect(artifact.layers == [ArtifactManifest.emptyConfig])
  }

  @Test func `a new index grows, each digest once`() throws {
    var index = ReferrersIndex()
    #expect(
      String(decoding: index.bytes, as: UTF8.self)
        == #"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}"#)
    let wasAdded = index.insert(Self.artifact.descriptor)
    let wasAddedAgain = index.insert(Self.artifact.descriptor.bare)
    #expect(wasAdded && !wasAddedAgain)
    #expect(index.descriptors == [Self.artifact.descriptor])
    let read = try ReferrersIndex(parsing: index.bytes)
    #expect(read.descriptors == index.descriptors)
    #expect(read.bytes == index.bytes)
  }

  @Test func `what others wrote stays as it is`() throws {
    let entry = #"{"mediaType":"a/b","digest":"\#(pin("x"))","size":1,"data":"e30=","x":[1.50]}"#
    let text = #"{"schemaVersion":2,"x-own":{"k":1e2},"manifests":[\#(entry)],"annotations":{"z":"1"}}"#
    var index = try ReferrersIndex(parsing: Array(text.utf8))
    #expect(index.bytes == Array(text.utf8))
    let wasAdded = index.insert(Self.subject)
    #expect(wasAdded)
    let added = String(decoding: JSONValue.object(Self.subject.json).bytes, as: UTF8.self)
    #expect(index.bytes == Array(try edit(text, entry, "\(entry),\(added)")))
  }

  @Test func `entries of one kind are found`() throws {
    var index = ReferrersIndex()
    for (word, type) in [("x", "a/b"), ("y", "a/c"), ("z", "a/b")] {
      _ = index.insert(Descriptor(mediaType: "m/m", digest: digest(word), size: 1, artifactType: type))
    }
    _ = index.insert(Descriptor(mediaType: "a/b", digest: digest("w"), size: 1))
    #expect(index.filtered(by: "a/b").map(\.digest) == [digest("x"), digest("z")])
    #expect(index.filtered(by: nil).count == 4)
    #expect(index.filtered(by: "a/d").isEmpty)
  }

  @Test func `null is no entry, a manifest is no index`() throws {
    let null = #"{"schemaVersion":2,"mediaType":"\#(MediaType.ociIndex)","manifests":null}"#
    #expect(try ReferrersIndex(parsing: Array(null.utf8)).descriptors.isEmpty)
    #expect(throws: ImageDocumentError.self) { try ReferrersIndex(parsing: Array(Samples.manifest.utf8)) }
    #expect(throws: ImageDocumentError.self) { try ReferrersIndex(parsing: Array("{}".utf8)) }
  }

  @Test func `the tag of the index is the digest with a hyphen`() {
    let tag = ReferrersIndex.fallbackTag(of: digest("image"))
    #expect(tag == "sha256-\(digest("image").hex)")
    #expect(ImageTag.isTag(tag))
  }
}
