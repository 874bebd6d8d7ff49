import OCIImages
import StrictJSON
import Testing

@Suite("What builders and engines say") struct EngineAnswerTests {
  @Test func `a build has one image`() throws {
    let images = try BuildMetadata(parsing: Array(Samples.buildMetadata.utf8)).images
    let image = try #require(images.first)
    #expect(images.count == 1)
    #expect(image.target == nil)
    #expect(image.names.map(\.text) == ["registry.example/acme/api:1.5.0", "docker.io/acme/api:latest"])
    #expect(image.digest == digest("api"))
    #expect(image.descriptor?.size == 506)
    #expect(image.descriptor?.mediaType == MediaType.ociIndex)
  }

  @Test func `a bake has an image for each target that stored one`() throws {
    let images = try BuildMetadata(parsing: Array(Samples.bakeMetadata.utf8)).images
    #expect(images.map(\.target) == ["web", "api"])
    #expect(images.map(\.digest) == [digest("web"), digest("api")])
    #expect(images.map { $0.names.map(\.text) } == [["docker.io/acme/web"], []])
  }

  @Test func `a build that stored nothing has no image`() throws {
    #expect(try BuildMetadata(parsing: Array("{}".utf8)).images.isEmpty)
    #expect(try BuildMetadata(parsing: Array(#"{"containerimage.digest":null}"#.utf8)).images.isEmpty)
  }

  @Test func `two digests of one image are refused`() throws {
    let bytes = try edit(
      Samples.buildMetadata, #""containerimage.digest":"\#(pin("api"))""#,
      #""containerimage.digest":"\#(pin("other"))""#)
    #expect(throws: ImageDocumentError.digestsDiffer(JSONPath())) { try BuildMetadata(parsing: bytes) }
  }

  @Test func `a name that is none is refused`() throws {
    let bytes = try edit(Samples.buildMetadata, "acme/api:latest", "acme/API")
    #expect(throws: ImageDocumentError.name("acme/API", .upperCase("API"))) {
      try BuildMetadata(parsing: bytes)
    }
  }

  @Test func `names may have blanks and empty places around their commas`() throws {
    let bytes = try edit(Samples.buildMetadata, "1.5.0,acme/api:latest", "1.5.0 , ,\\tacme/api,")
    #expect(try BuildMetadata(parsing: bytes).images.first?.names.count == 2)
  }

  @Test func `an engine knows an image by tags and by digests`() throws {
    let image = try EngineImage(parsing: Array(Samples.engineImage.utf8))
    #expect(image.id == digest("config"))
    #expect(image.tags.map(\.text) == ["docker.io/acme/api:1.5.0", "localhost:5000/acme/api:1.5.0"])
    #expect(image.digests(in: try ImageName(parsing: "acme/api:9")) == [digest("api"), digest("older")])
    #expect(image.digests(in: try ImageName(parsing: "localhost:5000/acme/api")) == [digest("moved")])
    #expect(image.digests(in: try ImageName(parsing: "acme/web")).isEmpty)
    #expect(image.labels == ["a": "b"])
    #expect(image.platform == Platform(os: "linux", architecture: "amd64"))
    #expect(image.size == 4302)
    #expect(image.descriptor == nil)
  }

  @Test func `an image that was only built has no digest`() throws {
    let text =
      #"[{"Id":"\#(pin("x"))","RepoTags":null,"RepoDigests":[],"Config":null,"Os":"linux","#
      + #""Architecture":"amd64","Descriptor":{"mediaType":"a/b","digest":"\#(pin("x"))","size":1}}]"#
    let image = try EngineImage(parsing: Array(text.utf8))
    #expect(image.digests.isEmpty && image.tags.isEmpty && image.labels.isEmpty)
    #expect(image.size == nil)
    #expect(image.descriptor?.digest == digest("x"))
  }

  @Test(arguments: [0, 2, 3]) func `an answer about none or several is refused`(count: Int) {
    let one = String(Samples.engineImage.dropFirst().dropLast())
    let text = "[" + repeatElement(one, count: count).joined(separator: ",") + "]"
    #expect(throws: ImageDocumentError.imageCount(count)) { try EngineImage(parsing: Array(text.utf8)) }
  }
}
