internal import Effects

private let slash = UInt8(ascii: "/")

/// Brings the content of a request to where curl finds it: in its own file if that may be, else in a temporary one.
struct ContentStore {
  let target: RequestTarget
  let files: any Files

  private var url: String { target.request.url }

  /// Lets `use` send the content of the file at a path, which is none without content.
  ///
  /// - Throws: `contentNotStored`; what `use` throws.
  func withFile<Value>(
    _ use: (String?) throws(NetworkError) -> Value
  ) throws(NetworkError) -> Value {
    switch target.request.body {
    case let content where content.isEmpty:
      return try use(nil)
    case .bytes(let bytes):
      return try withCopy(use) { path throws(FileError) in try files.create(bytes, at: path, mode: 0o600) }
    case .file(let path, let range):
      let status = try stored { () throws(FileError) in try files.status(path) }
      if let status, isSentAsItIs(range, of: status) {
        // Alone, `-` would be the standard input.
        return try unchanged(status, path) { () throws(NetworkError) in
          try use(path.utf8.first == slash ? path : "./\(path)")
        }
      }
      return try withCopy(use) { copy throws(FileError) in try files.copy(range, of: path, to: copy) }
    }
  }

  /// curl sends a file from its start to its end. That it can begin at an offset is something that newer versions give
  /// up for HTTP; and to a URL that ends in a slash it would add the file's name.
  private func isSentAsItIs(_ range: Range<Int64>, of status: FileStatus) -> Bool {
    status.kind == .file && range == 0..<status.size && !target.address.isFolder
  }

  /// Does what needs a file to stay as it is, and answers for that.
  private func unchanged<Value>(
    _ before: FileStatus, _ path: String, _ work: () throws(NetworkError) -> Value
  ) throws(NetworkError) -> Value {
    let result = Result { () throws(NetworkError) in try work() }
    let after = try stored { () throws(FileError) in try files.status(path) }
    guard after == before else { throw .contentNotStored(url: url, .changedWhileRead(path: path)) }
    return try result.get()
  }

  /// Keeps the content in a file for this user alone as long as `use` needs it.
  private func withCopy<Value>(
    _ use: (String) throws(NetworkError) -> Value, _ create: (String) throws(FileError) -> Void
  ) throws(NetworkError) -> Value {
    let folder = try stored { () throws(FileError) in try files.temporaryDirectory(prefix: "release-http-") }
    // What cannot be removed changes nothing about the answer.
    defer { try? files.remove(folder) }
    // What curl adds to a URL that ends in a slash is what stands behind the name's last slash or backslash: nothing.
    let path = "\(folder)/content\\"
    try stored { () throws(FileError) in try create(path) }
    return try use(path)
  }

  private func stored<Value>(_ work: () throws(FileError) -> Value) throws(NetworkError) -> Value {
    do { return try work() } catch { throw .contentNotStored(url: url, error) }
  }
}
