import OCIImages
import SemanticVersions
import Testing

@Suite("Labels of images") struct ImageLabelTests {
  private static let commit = "0123456789abcdef0123456789abcdef01234567"

  private static func problems(
    _ labels: [String: String], _ annotations: [String: String] = [:], version: String = "1.5.0"
  ) throws -> [ImageLabelProblem] {
    ImageLabel.problems(
      of: labels, annotations: annotations, commit: commit, version: try Version(parsing: version))
  }

  @Test(arguments: [commit, "0123456789ab", "0123456789abcdef"], ["1.5.0", "v1.5.0"])
  func `an image of this commit and version has no problem`(revision: String, version: String) throws {
    let said = [ImageLabel.revision: revision, ImageLabel.version: version]
    #expect(try Self.problems(said).isEmpty)
    #expect(try Self.problems([:], said).isEmpty)
    #expect(try Self.problems(said, said).isEmpty)
  }

  @Test func `a label that is absent is missing`() throws {
    #expect(
      try Self.problems(["other": "x"])
        == [.missing(label: ImageLabel.revision), .missing(label: ImageLabel.version)])
    #expect(try Self.problems([ImageLabel.revision: Self.commit]) == [.missing(label: ImageLabel.version)])
  }

  @Test(arguments: [
    "", "0123456789a", "1123456789ab", commit + "0", commit.uppercased(), "0123456789ab\n", "v0123456789ab",
    "0123456789ab-dirty", "0123456789ag",
  ]) func `another revision differs`(revision: String) throws {
    #expect(
      try Self.problems([ImageLabel.revision: revision, ImageLabel.version: "1.5.0"])
        == [.differs(label: ImageLabel.revision, found: revision)])
  }

  @Test(arguments: ["", "1.5", "1.5.1", "1.5.0-rc.1", "1.5.0+x", "vv1.5.0", "V1.5.0", " 1.5.0", "latest"])
  func `another version differs`(version: String) throws {
    #expect(
      try Self.problems([ImageLabel.revision: Self.commit, ImageLabel.version: version])
        == [.differs(label: ImageLabel.version, found: version)])
  }

  @Test func `an annotation that contradicts the label is a problem`() throws {
    let good = [ImageLabel.revision: Self.commit, ImageLabel.version: "1.5.0-rc.1+b"]
    #expect(
      try Self.problems(good, [ImageLabel.version: "1.4.0"], version: "1.5.0-rc.1+b")
        == [.differs(label: ImageLabel.version, found: "1.4.0")])
  }
}
