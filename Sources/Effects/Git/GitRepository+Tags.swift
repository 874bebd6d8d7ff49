/// A tag and the commit that it names.
package struct GitTag: Hashable, Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  /// What it leads to, annotations peeled off: a commit, unless somebody tagged something else.
  package let commit: String

  /// Makes a tag of its name and commit.
  package init(name: String, commit: String) {
    self.name = name
    self.commit = commit
  }
}

extension GitRepository {
  /// Returns all tags in the order of their names.
  package func tags() throws(GitError) -> [GitTag] {
    var tags: [GitTag] = []
    try eachTag { name, commit in
      tags.append(
        GitTag(name: String(decoding: name, as: UTF8.self), commit: String(decoding: commit, as: UTF8.self)))
    }
    return tags
  }

  /// Hands on the bytes of all tags' names and of the names of the objects that they lead to, in the order of the tags'
  /// names; what a tag leads to is not looked at, and may be no commit.
  package func eachTag(
    _ body: (_ name: ArraySlice<UInt8>, _ commit: ArraySlice<UInt8>) -> Void
  ) throws(GitError) {
    let arguments = ["show-ref", "--tags", "--dereference"]
    let result = try run(arguments)
    // Without any tag the answer is silence and 1.
    if result.status == .exited(1), result.errorOutput.isEmpty { return }
    guard result.status == .exited(0) else { throw failure(of: arguments, result) }
    Self.eachTag(in: result.output, body)
  }

  /// Lines of a name and a ref; the line of an annotated tag is followed by one with what it leads to, marked `^{}`.
  private static func eachTag(
    in output: [UInt8], _ body: (_ name: ArraySlice<UInt8>, _ commit: ArraySlice<UInt8>) -> Void
  ) {
    var (start, pending): (Int, (name: ArraySlice<UInt8>, commit: ArraySlice<UInt8>)?) = (0, nil)
    while start < output.count {
      let line = output[start..<(output[start...].firstIndex(of: UInt8(ascii: "\n")) ?? output.count)]
      start = line.endIndex + 1
      guard let space = line.firstIndex(of: folder[0]), line[space...].starts(with: folder) else { continue }
      let (name, commit) = (line[(space + folder.count)...], line[..<space])
      let isPeeled = name.suffix(mark.count).elementsEqual(mark)
      if !isPeeled, let pending { body(pending.name, pending.commit) }
      pending = isPeeled ? pending.map { ($0.name, commit) } : (name, commit)
    }
    if let pending { body(pending.name, pending.commit) }
  }

  private static let folder = Array(" refs/tags/".utf8)
  private static let mark = Array("^{}".utf8)

  /// Returns what objects git finds under these names, in their order: nil for what is not there.
  ///
  /// - Parameter names: as `git rev-parse` takes them, such as `HEAD^{commit}` or `HEAD:path`.
  package func objects(_ names: [String]) throws(GitError) -> [String?] {
    // A line break would make two names of one; no object has it in its name, and none has no name.
    let input = names.map { ($0.utf8.contains(UInt8(ascii: "\n")) ? "" : $0) + "\n" }.joined()
    let output = try output(["cat-file", "--batch-check=%(objectname)"], input: Array(input.utf8)).lines
    guard output.count == names.count else { throw .unexpectedOutput(command: "git cat-file") }
    return output.map { $0.utf8.contains(UInt8(ascii: " ")) ? nil : $0 }
  }
}
