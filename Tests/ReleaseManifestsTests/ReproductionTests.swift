import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("Building a release again") struct ReproductionTests {
  private func faults(_ change: (inout Manifest) throws -> Void) throws -> [Reproduction.Fault] {
    var second = try Manifest.sample()
    try change(&second)
    return Reproduction(of: try .sample(), by: second).faults
  }

  private func codes(_ faults: [Reproduction.Fault]) -> [Refusal.Code] {
    faults.map { Refusal.notReproduced($0).code }
  }

  @Test func `the same contents are the same, whatever else is said`() throws {
    let faults = try faults {
      $0.sboms = []
      $0.changelog.markdown = ""
      $0.createdAt = Timestamp(secondsSinceEpoch: 0)
      $0.images[0].platforms = []
      $0.images[1].reference = "mirror.example/web@sha256:\($0.images[1].digest.hex)"
    }
    #expect(faults == [])
  }

  @Test func `another project, component, version and commit are another release`() throws {
    let faults = try faults {
      $0.project = "acme/other"
      $0.component = nil
      $0.version = Version(1, 5, 1)
      $0.source.commit = hex("c", 40)
    }
    #expect(
      faults == [
        .otherRelease(field: "project", expected: "acme/shop", found: "acme/other"),
        .otherRelease(field: "component", expected: "api", found: ""),
        .otherRelease(field: "version", expected: "1.5.0", found: "1.5.1"),
        .otherCommit(expected: hex("a", 40), found: hex("c", 40)),
      ])
    #expect(codes(faults) == [.projectMismatch, .commitMismatch, .commitMismatch, .commitMismatch])
  }

  @Test func `a file must be in both builds, with the same bytes`() throws {
    let (shop, tar) = (try ArtifactPath(parsing: "bin/shop"), try ArtifactPath(parsing: "dist/shop.tar.gz"))
    let new = try Manifest.Artifact.named("new")
    let faults = try faults {
      $0.artifacts = [new, try .named("bin/shop")]
      $0.artifacts[1].sha256 = .sha256([9])
    }
    #expect(
      faults == [
        .artifact(shop, expected: .sha256("bin/shop".utf8), found: .sha256([9])),
        .artifactMissing(tar, isInSecond: false), .artifactMissing(new.path, isInSecond: true),
      ])
    #expect(codes(faults) == [.artifactMismatch, .artifactMissing, .artifactMissing])
  }

  @Test func `an image must be in both builds, with the same digest`() throws {
    let faults = try faults {
      $0.images[0].digest = .sha256([9])
      $0.images[1].name = "new"
    }
    let web = Digest.sha256("web".utf8)
    #expect(
      faults == [
        .image("api", expected: .sha256([1]), found: .sha256([9])),
        .image("new", expected: nil, found: web), .image("web", expected: web, found: nil),
      ])
    #expect(Set(codes(faults)) == [.imageMismatch])
  }

  @Test func `platforms are compared where both know them, in any order`() throws {
    let arm = Manifest.Image.Platform(os: "linux", architecture: "arm64", digest: .sha256([7]))
    let added = try faults { $0.images[0].platforms.insert(arm, at: 0) }
    #expect(added == [.platform("linux/arm64", image: "api", expected: nil, found: .sha256([7]))])
    let changed = try faults { $0.images[0].platforms[0].digest = .sha256([9]) }
    #expect(
      changed == [.platform("linux/amd64", image: "api", expected: .sha256([2]), found: .sha256([9]))])
    #expect(codes(changed) == [.imageMismatch])
  }

  @Test func `two platforms of one name are told apart by their digests`() throws {
    var (first, second) = (try Manifest.sample(), try Manifest.sample())
    let arms = [5, 6].map {
      Manifest.Image.Platform(os: "linux", architecture: "arm", digest: .sha256([UInt8($0)]))
    }
    first.images[0].platforms += arms
    second.images[0].platforms += arms.reversed()
    #expect(Reproduction(of: first, by: second).faults == [])
    second.images[0].platforms.removeLast()
    #expect(Reproduction(of: first, by: second).faults.isEmpty == false)
  }
}
