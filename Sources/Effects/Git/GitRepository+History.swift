package import StrictJSON

/// A commit as `git log` tells it.
package struct GitCommit: Hashable, Sendable {
  /// The commit's full name.
  package let id: String
  /// The full names of its parents.
  package let parents: [String]
  /// The author's name, after `.mailmap`.
  package let authorName: String
  /// The author's address, after `.mailmap`.
  package let authorEmail: String
  /// When it was committed.
  package let committedAt: Timestamp
  /// The whole message, bytes as stored after git's own re-encoding to UTF-8.
  package let message: [UInt8]

  init(_ record: GitLogRecord) throws(GitError) {
    id = record.id
    parents = record.parentDigits.map { String(decoding: $0, as: UTF8.self) }
    authorName = record.authorName
    authorEmail = record.authorEmail
    committedAt = try record.committedAt()
    message = Array(record.message)
  }
}

extension GitRepository {
  /// Hands on the commits that a query names, newest first, while git is still looking for more.
  ///
  /// - Throws: `GitError.unexpectedOutput` when a record cannot be read.
  package func eachCommit(_ query: GitLogQuery, _ body: (GitLogRecord) -> Void) throws(GitError) {
    var scanner = GitLogScanner()
    let result = try run(query.arguments, handingOn: { scanner.take($0, handingOn: body) })
    guard result.status == .exited(0) else { throw failure(of: query.arguments, result) }
    scanner.finish(handingOn: body)
    guard scanner.isReadable else { throw .unexpectedOutput(command: "git log") }
  }

  /// Hands on the digits of the names of all commits that one reaches, itself included.
  package func eachAncestor(
    of commit: String, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(GitError) {
    let arguments = ["rev-list", commit]
    var rest: [UInt8] = []
    let result = try run(
      arguments,
      handingOn: { piece in
        let lines = (rest + piece).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for line in lines.dropLast() { body(line) }
        rest = Array(lines.last ?? [])
      })
    guard result.status == .exited(0) else { throw failure(of: arguments, result) }
  }

  /// Returns the commits that a query names, newest first.
  ///
  /// - Throws: `GitError.unexpectedOutput` when a record cannot be read.
  package func commits(_ query: GitLogQuery) throws(GitError) -> [GitCommit] {
    var commits: [Result<GitCommit, GitError>] = []
    try eachCommit(query) { record in
      commits.append(Result { () throws(GitError) in try GitCommit(record) })
    }
    return try commits.map { (commit) throws(GitError) in try commit.get() }
  }

  /// Returns one commit.
  ///
  /// - Throws: `GitError.unexpectedOutput` when git tells of none.
  package func newestCommit(of revision: String) throws(GitError) -> GitCommit {
    var query = GitLogQuery(to: revision)
    query.limit = 1
    guard let commit = try commits(query).first else { throw .unexpectedOutput(command: "git log") }
    return commit
  }
}

extension GitRepository {
  /// Returns names and addresses as `.mailmap` has them, in their order.
  ///
  /// - Throws: `GitError`.
  package func canonicalContacts(
    _ contacts: [(name: String, email: String)]
  ) throws(GitError) -> [(name: String, email: String)] {
    guard !contacts.isEmpty else { return [] }
    let input = contacts.map { "\($0.name.withoutBrackets) <\($0.email.withoutBrackets)>\n" }.joined()
    let lines = try output(["check-mailmap", "--stdin"], input: Array(input.utf8)).lines
    guard lines.count == contacts.count else { throw .unexpectedOutput(command: "git check-mailmap") }
    return zip(lines, contacts).map { line, contact in
      let parts = line.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
      guard parts.count == 2 else { return contact }
      let name = Array(parts[0].split(separator: UInt8(ascii: " ")).joined(separator: " ".utf8))
      return (
        name.isEmpty ? contact.name : String(decoding: name, as: UTF8.self),
        String(decoding: parts[1].dropLast(), as: UTF8.self)
      )
    }
  }
}

extension String {
  /// The text without what would end a name or an address.
  fileprivate var withoutBrackets: String {
    String(decoding: utf8.filter { !"<>\n\r\0".utf8.contains($0) }, as: UTF8.self)
  }
}
