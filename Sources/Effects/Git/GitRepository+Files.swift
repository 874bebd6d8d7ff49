extension GitRepository {
  /// Returns what a commit has at some paths: the mode (`100644`, `100755`, `120000` for a link) by the path.
  package func modes(of paths: [String], at commit: String) throws(GitError) -> [String: String] {
    let output = try output(["ls-tree", "-z", "--full-tree", commit, "--"] + paths)
    return Dictionary(Self.entries(in: output), uniquingKeysWith: { $1 })
  }

  /// Returns the paths of all files of a commit.
  package func files(at commit: String) throws(GitError) -> [String] {
    try Self.entries(in: output(["ls-tree", "-r", "-z", "--full-tree", commit])).map(\.path)
  }

  /// Entries are `mode type object`, a tab and the path.
  private static func entries(in output: [UInt8]) -> [(path: String, mode: String)] {
    output.split(separator: 0).compactMap { entry in
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let mode = entry[..<tab].prefix { $0 != UInt8(ascii: " ") }
      return (String(decoding: entry[(tab + 1)...], as: UTF8.self), String(decoding: mode, as: UTF8.self))
    }
  }

  /// Returns the contents of files under the names that `git rev-parse` takes, in their order: nil for what is none.
  package func contents(of names: [String]) throws(GitError) -> [[UInt8]?] {
    guard !names.isEmpty else { return [] }
    let input = names.map { ($0.utf8.contains(UInt8(ascii: "\n")) ? "" : $0) + "\n" }.joined()
    let output = try output(["cat-file", "--batch"], input: Array(input.utf8))
    var (contents, start): ([[UInt8]?], Int) = ([], 0)
    while start < output.count, contents.count < names.count {
      // `name type size`, or the name and `missing`.
      guard let end = output[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let words = output[start..<end].split(separator: UInt8(ascii: " "))
      start = end + 1
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
        start + size < output.count
      else {
        contents.append(nil)
        continue
      }
      contents.append(words[1].elementsEqual("blob".utf8) ? Array(output[start..<(start + size)]) : nil)
      start += size + 1
    }
    guard contents.count == names.count else { throw .unexpectedOutput(command: "git cat-file") }
    return contents
  }

  /// Returns how the files of the folder `a` differ from those of `b`, both in the folder in which git is run, as a
  /// patch.
  package func patch() throws(GitError) -> [UInt8] {
    let arguments = [
      "diff", "--no-index", "--no-prefix", "--no-color", "--no-ext-diff", "--no-textconv", "a", "b",
    ]
    let result = try run(arguments)
    guard result.status == .exited(0) || result.status == .exited(1) else {
      throw failure(of: arguments, result)
    }
    return result.output
  }
}
