internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning

/// Why there is no trust root to judge by.
enum TrustSourceError: Error {
  /// There is no file.
  case missing(path: String)
  /// A file does not hold.
  case invalid(path: String, TrustChain.Problem)
  /// `root.json` is not the newest of the numbered files.
  case notTheNewest(path: String, newest: Int64)
}

extension Session {
  /// Reads a trust root and the numbered ones beside it.
  ///
  /// Trust begins at the file that is named; older roots in its folder extend the chain backwards only when they lead
  /// to it, byte for byte.
  ///
  /// - Throws: `TrustSourceError`, `FileError`.
  func trust(at path: String) throws -> TrustChain {
    guard let bytes = try world.files.readIfPresent(path, limit: 8 << 20) else {
      throw TrustSourceError.missing(path: path)
    }
    let named = try chain(anchor: bytes, at: path)
    for key in named.current.keys.values { try refuseExample(key.publicKey) }
    return try history(of: named, at: path) ?? named
  }

  private func chain(anchor bytes: [UInt8], at path: String) throws -> TrustChain {
    do { return try TrustChain(anchor: bytes) } catch { throw TrustSourceError.invalid(path: path, error) }
  }

  /// The chain from version 1 to the one that is named, when the files are there.
  private func history(of named: TrustChain, at path: String) throws -> TrustChain? {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    var chain: TrustChain?
    for version in 1...named.current.version {
      let file = "\(folder)/\(version).root.json"
      guard let bytes = try world.files.readIfPresent(file, limit: 8 << 20) else { return nil }
      if chain == nil {
        chain = try self.chain(anchor: bytes, at: file)
      } else {
        do { try chain?.append(bytes) } catch { throw TrustSourceError.invalid(path: file, error) }
      }
    }
    guard let chain, chain.newest.envelope == named.newest.envelope else {
      throw TrustSourceError.notTheNewest(path: path, newest: named.current.version)
    }
    return chain
  }

  /// Reads the trust root that the configuration names.
  func trust(of workspace: Workspace) throws -> TrustChain {
    try trust(at: workspace.path(workspace.configuration.trust))
  }

  /// Reads the trust root that the configuration names; nil when there is none yet.
  func trustIfAny(of workspace: Workspace) throws -> TrustChain? {
    let path = workspace.path(workspace.configuration.trust)
    return try world.files.status(path) == nil ? nil : trust(at: path)
  }
}
