import OCIImages
import Testing

@Suite("Media types of images") struct MediaTypeTests {
  @Test func `all four kinds of manifest are asked for`() {
    #expect(
      MediaType.acceptHeader
        == "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
        + "application/vnd.docker.distribution.manifest.list.v2+json, "
        + "application/vnd.docker.distribution.manifest.v2+json")
  }

  @Test func `each type is of one kind`() {
    #expect(MediaType.isIndex(MediaType.ociIndex) && MediaType.isIndex(MediaType.dockerList))
    #expect(MediaType.isManifest(MediaType.ociManifest) && MediaType.isManifest(MediaType.dockerManifest))
    #expect(!MediaType.isIndex(MediaType.ociManifest) && !MediaType.isManifest(MediaType.ociIndex))
    #expect(MediaType.isSchema1("application/vnd.docker.distribution.manifest.v1+prettyjws"))
    #expect(!MediaType.isSchema1(MediaType.dockerManifest))
    #expect(MediaType.isNonDistributable("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"))
    #expect(MediaType.isNonDistributable("application/vnd.oci.image.layer.nondistributable.v1.tar"))
    #expect(!MediaType.isNonDistributable(MediaType.ociLayer))
  }

  @Test(arguments: [
    ("application/json", "application/json"), ("Application/JSON; charset=utf-8", "application/json"),
    (" application/json ;x", "application/json"), ("a b/c", "a b/c"), ("", ""), (";", ""), (" \t", ""),
  ]) func `parameters and capitals of a field do not count`(field: String, essence: String) {
    #expect(MediaType.essence(of: field) == essence)
  }
}
