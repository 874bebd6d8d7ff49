import OCIImages
import SemanticVersions
import Testing

@Suite("Tags of images") struct ImageTagTests {
  @Test(arguments: [
    ("1.5.0", "1.5.0"), ("1.5.0-rc.1", "1.5.0-rc.1"), ("1.5.0+build.7", "1.5.0_build.7"),
    ("1.5.0-rc.1+a.b-c", "1.5.0-rc.1_a.b-c"),
  ]) func `the tag of a version claims that version`(text: String, tag: String) throws {
    let version = try Version(parsing: text)
    #expect(ImageTag.version(version) == tag)
    #expect(ImageTag.claims(tag) == .version(version))
  }

  @Test func `a version that is too long for a tag is cut, and claims another`() throws {
    let version = try Version(parsing: "1.5.0-" + String(repeating: "a", count: 200))
    let tag = ImageTag.version(version)
    #expect(ImageTag.isTag(tag))
    #expect(ImageTag.claims(tag) != .version(version))
  }

  @Test func `the tag of a commit has twelve of its digits`() {
    let tag = ImageTag.commit("0123456789abcdef0123456789abcdef01234567")
    #expect(tag == "sha-0123456789ab")
    #expect(ImageTag.claims(tag) == .commit("0123456789ab"))
    #expect(ImageTag.commit("../../etc/passwd") == "sha-eca")
  }

  @Test(arguments: ["v1.5.0", "1.5.0"]) func `a v before the version is no other version`(tag: String) {
    #expect(ImageTag.claims(tag) == .version(Version(1, 5, 0)))
  }

  @Test(arguments: [
    "latest", "stable", "1", "1.5", "v1", "01.5.0", "1.5.0_", "1.5.0_a_b", "V1.5.0", "vv1.5.0", "", "sha-",
    "sha-012345", "sha-0123456G", "sha-ABCDEF0", "sha-01234567x", "1.5.0+x", "nginx:1.5.0", "_1.5.0",
  ]) func `other tags claim nothing`(tag: String) { #expect(ImageTag.claims(tag) == .none) }

  @Test(arguments: [7, 12, 40, 64]) func `a commit may be abbreviated`(count: Int) {
    let digits = String(repeating: "a", count: count)
    #expect(ImageTag.claims("sha-\(digits)") == .commit(digits))
  }
}
