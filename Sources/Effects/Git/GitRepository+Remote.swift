/// The refs of a remote: full names to object names; annotated tags also under `<name>^{}`.
package typealias RemoteRefs = [String: String]

extension GitRepository {
  /// How long a remote may take to answer, in seconds.
  private static let patience = 30.0

  /// Asks a remote for its branches and tags.
  ///
  /// - Throws: `GitError.remoteUnreachable`.
  package func remoteRefs(_ remote: String) throws(GitError) -> RemoteRefs {
    let result = try run(["ls-remote", "--heads", "--tags", "--", remote], timeout: Self.patience)
    guard result.status == .exited(0), !result.didTimeOut else {
      let said = String(decoding: result.errorOutput, as: UTF8.self).trimmedLines
      let message = result.didTimeOut ? "no answer within \(Int(Self.patience)) seconds" : said
      throw .remoteUnreachable(remote: remote, message: message)
    }
    let pairs = result.output.lines.compactMap { line -> (String, String)? in
      let fields = line.utf8.split(separator: 0x09, maxSplits: 1).map { String(Substring($0)) }
      return fields.count == 2 ? (fields[1], fields[0]) : nil
    }
    return RemoteRefs(pairs) { first, _ in first }
  }

  /// Pushes objects to refs of a remote, all or none.
  ///
  /// - Parameter updates: object names by full ref name.
  /// - Throws: `GitError.pushRefused` when the remote has moved or says no.
  package func pushAtomically(_ updates: [(object: String, ref: String)], to remote: String) throws(GitError)
  {
    let result = try run(
      ["push", "--atomic", "--porcelain", remote] + updates.map { "\($0.object):\($0.ref)" })
    guard result.status != .exited(0) else { return }
    let said = String(decoding: result.output + result.errorOutput, as: UTF8.self).trimmedLines
    throw .pushRefused(remote: remote, message: said)
  }
}
