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
  case differs(path: String, version: Int64)
  /// A version between others is missing.
  case gap(folder: String, version: Int64)
  /// Neither the root nor one that it follows from has the digest that was pinned.
  case notPinned(path: String, pin: Digest, oldest: Int64)
}

extension Session {
  /// Reads a trust root and the numbered ones beside it.
  ///
  /// Trust begins at the file that is named. Older roots in its folder extend the chain backwards, and newer ones forwards
  /// to the newest, each only when it follows from the one before; none between two may be missing. With pins trust begins
  /// at the roots of those digests, which must be in the chain.
  ///
  /// - Throws: `TrustSourceError`, `FileError`, `KeySourceError.exampleKey`.
  func trust(at path: String, pins: [Digest?] = []) throws -> TrustChain {
    guard let bytes = try world.files.readIfPresent(path, limit: Self.longestRoot) else {
      throw TrustSourceError.missing(path: path)
    }
    let chain = try chain(around: try chain(anchor: bytes, at: path), bytes, at: path)
    for key in chain.current.keys.values { try refuseExample(key.publicKey) }
    for pin in try pins.compactMap(\.self) + pinsOfEnvironment()
    where !chain.roots.contains(where: { $0.digest == pin }) {
      throw TrustSourceError.notPinned(path: path, pin: pin, oldest: chain.oldest.root.version)
    }
    return chain
  }

  /// A root of 1 MiB in base64, and its signatures.
  private static var longestRoot: Int { 2 << 20 }

  private func pinsOfEnvironment() throws -> [Digest] {
    guard let text = world.environment["RELEASE_TRUST_PIN"] else { return [] }
    guard let pin = Digest(prefixed: text) ?? Digest(hex: text) else { throw TrustProblem.pin(text) }
    return [pin]
  }

  private func chain(anchor bytes: [UInt8], at path: String) throws -> TrustChain {
    do { return try TrustChain(anchor: bytes) } catch { throw TrustSourceError.invalid(path: path, error) }
  }

  /// The chain from the oldest to the newest root that lie beside the one that is named.
  private func chain(around named: TrustChain, _ bytes: [UInt8], at path: String) throws -> TrustChain {
    let (folder, version) = (PathText.folder(of: path), named.current.version)
    let versions = try numbered(in: folder)
    guard !versions.isEmpty else { return named }
    let oldest = min(versions[0], version)
    var chain: TrustChain?
    for number in oldest...max(versions[versions.count - 1], version) {
      let file = "\(folder)/\(number).root.json"
      let read = versions.contains(number) ? try world.files.read(file, limit: Self.longestRoot) : nil
      guard let link = read ?? (number == version ? bytes : nil) else {
        throw TrustSourceError.gap(folder: folder, version: number)
      }
      if chain == nil {
        chain = try self.chain(anchor: link, at: file)
      } else {
        do { try chain?.append(link) } catch { throw TrustSourceError.invalid(path: file, error) }
      }
    }
    guard let chain, chain.link(version: version)?.digest == named.newest.digest else {
      throw TrustSourceError.differs(path: path, version: version)
    }
    return chain
  }

  /// The versions of the roots in a folder, ascending.
  private func numbered(in folder: String) throws -> [Int64] {
    try world.files.list(folder).compactMap { name in
      guard name.hasSuffix(".root.json"), let version = Int64(name.dropLast(10)), version > 0,
        "\(version).root.json" == name
      else { return nil }
      return version
    }.sorted()
  }

  /// Reads the trust root that the configuration names.
  func trust(of workspace: Workspace) throws -> TrustChain {
    try trust(at: workspace.path(workspace.configuration.trust), pins: [workspace.configuration.trustPin])
  }

  /// Reads the trust root that the configuration names; nil when there is none yet.
  func trustIfAny(of workspace: Workspace) throws -> TrustChain? {
    let path = workspace.path(workspace.configuration.trust)
    return try world.files.status(path) == nil ? nil : trust(of: workspace)
  }
}
