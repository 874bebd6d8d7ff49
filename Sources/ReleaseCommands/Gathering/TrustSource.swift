internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Why there is no trust root to judge by.
enum TrustSourceError: Error {
  /// There is no file.
  case missing(path: String)
  /// A file does not hold.
  case invalid(path: String, TrustChain.Problem)
  /// `root.json` is not the same as the numbered file of its version.
  case notTheNewest(path: String, newest: Int64)
  /// Neither the root nor one that it follows from has the digest that was pinned.
  case notPinned(path: String, pin: Digest, oldest: Int64)
}

extension Session {
  /// Reads a trust root and the numbered ones beside it.
  ///
  /// Trust begins at the file that is named; older roots in its folder extend the chain backwards only when they lead
  /// to it, byte for byte. With a pin trust begins at the root of that digest, which must be in the chain.
  ///
  /// - Throws: `TrustSourceError`, `FileError`, `KeySourceError.exampleKey`.
  func trust(at path: String, pin: Digest? = nil) throws -> TrustChain {
    guard let bytes = try world.files.readIfPresent(path, limit: 8 << 20) else {
      throw TrustSourceError.missing(path: path)
    }
    let named = try chain(anchor: bytes, at: path)
    for key in named.current.keys.values { try refuseExample(key.publicKey) }
    let chain = try history(of: named, at: path)
    if let pin = try pin ?? pinnedByEnvironment(), !chain.roots.contains(where: { $0.digest == pin }) {
      throw TrustSourceError.notPinned(path: path, pin: pin, oldest: chain.oldest.root.version)
    }
    return chain
  }

  private func pinnedByEnvironment() throws -> Digest? {
    guard let text = world.environment["RELEASE_TRUST_PIN"], !text.isEmpty else { return nil }
    guard let pin = Digest(prefixed: text) ?? Digest(hex: text) else { throw TrustProblem.pin(text) }
    return pin
  }

  private func chain(anchor bytes: [UInt8], at path: String) throws -> TrustChain {
    do { return try TrustChain(anchor: bytes) } catch { throw TrustSourceError.invalid(path: path, error) }
  }

  /// The chain to the root that is named, from the oldest of the files beside it between which none is missing.
  private func history(of named: TrustChain, at path: String) throws -> TrustChain {
    let files = try numberedFiles(through: named.current.version, beside: path)
    guard let oldest = files.last else { return named }
    var chain = try chain(anchor: oldest.bytes, at: oldest.path)
    for file in files.dropLast().reversed() {
      do { try chain.append(file.bytes) } catch { throw TrustSourceError.invalid(path: file.path, error) }
    }
    guard chain.newest.envelope == named.newest.envelope else {
      throw TrustSourceError.notTheNewest(path: path, newest: named.current.version)
    }
    return chain
  }

  /// The numbered roots from a version downwards, until one is missing.
  private func numberedFiles(
    through version: Int64, beside path: String
  ) throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for number in stride(from: version, through: 1, by: -1) {
      let file = "\(PathText.folder(of: path))/\(number).root.json"
      guard let bytes = try world.files.readIfPresent(file, limit: 8 << 20) else { break }
      files.append((file, bytes))
    }
    return files
  }

  /// Reads the trust root that the configuration names.
  func trust(of workspace: Workspace) throws -> TrustChain {
    try trust(at: workspace.path(workspace.configuration.trust), pin: workspace.configuration.trustPin)
  }

  /// Reads the trust root that the configuration names; nil when there is none yet.
  func trustIfAny(of workspace: Workspace) throws -> TrustChain? {
    let path = workspace.path(workspace.configuration.trust)
    return try world.files.status(path) == nil ? nil : trust(of: workspace)
  }
}
