import ReleaseManifests
import ReleaseSigning
import Testing

@Suite("Image references") struct ImageReferenceTests {
  private static let digest = Digest.sha256("image".utf8)
  private static let pin = "@sha256:\(digest.hex)"

  @Test(arguments: [
    ("nginx", "nginx"), ("nginx:1.25", "nginx"), ("library/nginx:1", "library/nginx"),
    ("example.com/acme/api", "example.com/acme/api"), ("example.com/acme/api:1.5.0", "example.com/acme/api"),
    ("localhost:5000/api", "localhost:5000/api"), ("localhost:5000/api:1", "localhost:5000/api"),
    ("[::1]:5000/api:1", "[::1]:5000/api"),
  ]) func `the digest is kept and the tag is dropped`(name: String, repository: String) throws {
    let reference = try ImageReference(parsing: name + Self.pin)
    #expect(reference.repository == repository)
    #expect(reference.digest == Self.digest)
    #expect(reference.text == repository + Self.pin)
    #expect(try ImageReference(parsing: reference.text) == reference)
  }

  @Test(arguments: [
    "", "nginx", "nginx:1.25", "nginx@", "nginx@sha256:", "nginx@sha256:\(hex("a", 63))",
    "nginx@sha256:\(hex("a", 65))",
    "nginx@sha256:\(hex("A", 64))", "nginx@sha256:\(hex("g", 64))", "nginx@sha512:\(hex("a", 64))",
    "nginx@SHA256:\(hex("a", 64))", "nginx@sha256:\(hex("a", 64)) ", "nginx@sha256:\(hex("a", 64))\n",
    "nginx:sha256:\(hex("a", 64))", "nginx@latest@sha256:\(hex("a", 64))",
    "nginx@sha256:\(hex("a", 64))@sha256:\(hex("b", 64))",
  ]) func `what does not end in one digest is not pinned`(text: String) {
    #expect(throws: ImageReference.Problem.notPinned) { try ImageReference(parsing: text) }
  }

  @Test(arguments: [
    ("", ""), (":1.25", ""), ("ngi nx", "ngi nx"), ("nginx\n", "nginx\n"), ("nginx\0", "nginx\0"),
    ("ngin\u{445}", "ngin\u{445}"), ("--privileged", "--privileged"), ("$(x);y", "$(x);y"),
    ("/nginx", "/nginx"),
    ("nginx|sh", "nginx|sh"), ("nginx\"", "nginx\""),
  ]) func `what stands before the digest must be a name`(name: String, problem: String) {
    #expect(throws: ImageReference.Problem.name(problem)) { try ImageReference(parsing: name + Self.pin) }
  }
}
