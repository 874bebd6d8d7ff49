import SemanticVersions
import Testing
import VersionFiles

@Suite("Versions of SemVer as PEP 440 writes them")
struct PythonVersionTests {
  static let normal = [
    ("1.2.0", "1.2.0"), ("1.2.0-rc.1", "1.2.0rc1"), ("1.2.0-alpha.10", "1.2.0a10"), ("1.2.0-beta", "1.2.0b0"),
    ("1.2.0-RC1", "1.2.0rc1"), ("1.2.0-c.2", "1.2.0rc2"), ("1.2.0-pre-3", "1.2.0rc3"),
    ("1.2.0-preview.0", "1.2.0rc0"), ("1.2.0-a.1", "1.2.0a1"), ("1.2.0-b1", "1.2.0b1"),
    ("1.2.0-dev", "1.2.0.dev0"),
    ("1.2.0-dev.12", "1.2.0.dev12"), ("1.2.0-rc01", "1.2.0rc1"), ("1.2.0+local", "1.2.0+local"),
    ("1.2.0+Ubuntu-1.007", "1.2.0+ubuntu.1.7"), ("1.2.0-rc.1+abc.0", "1.2.0rc1+abc.0"),
    ("1.2.0-rc.99999999999999999999", "1.2.0rc99999999999999999999"),
  ]

  static let unknown = [
    "1.2.0-next.1", "1.2.0-1", "1.2.0-post.1", "1.2.0-rc.1.2", "1.2.0-rc.x", "1.2.0-rc-", "1.2.0--rc",
    "1.2.0-rc1.2", "1.2.0-rc.1.dev.2", "1.2.0-0.rc", "1.2.0+-a", "1.2.0+a--b",
  ]

  private func locked(_ version: String) throws -> String? {
    let lock = Array("[[package]]\nname = \"a\"\nversion = \"\"\nsource = { editable = \".\" }\n".utf8)
    let context = VersionFileContext(packages: ["a"])
    let written = try VersionFormat.pythonLock.writing(
      Version(parsing: version), into: lock, context: context)
    return VersionFormat.pythonLock.currentVersion(in: written, context: context)
  }

  @Test(arguments: normal)
  func `a version has a normal form`(version: String, normal: String) throws {
    #expect(try locked(version) == normal)
  }

  @Test(arguments: unknown)
  func `a version that PEP 440 lacks, or sorts after the release, has none`(version: String) throws {
    #expect(throws: VersionFileError.notExpressible(version)) { try locked(version) }
  }
}
