internal import ReleaseSigning

extension ImageName {
  /// The greatest length of registry and repository together (`RepositoryNameTotalLengthMax`).
  package static let maximumLength = 255

  /// The length beyond which a text is no name, whatever it is: name, tag and digest at their longest.
  private static let maximumText = maximumLength + 1 + ImageTag.maximumLength + 1 + 7 + 64

  /// Reads a name as docker does (`ParseNormalizedNamed`), but for the tag `latest`, which is never added.
  ///
  /// - Throws: `ImageNameProblem`.
  package init(parsing text: String) throws(ImageNameProblem) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= Self.maximumText else { throw .tooLong(bytes: text.utf8.count) }
    try Self.refuseStrangers(in: text)
    let (rest, digest) = try Self.cutDigest(from: Array(text.utf8)[...])
    if digest == nil { try Self.refuseIdentifier(rest) }
    let (name, tag) = try Self.cutTag(from: rest)
    let (registry, repository) = try Self.place(name)
    let length = registry.utf8.count + 1 + repository.utf8.count
    guard length <= Self.maximumLength else { throw .tooLong(bytes: length) }
    self.init(registry: registry, repository: repository, tag: tag, digest: digest)
  }

  private static func refuseStrangers(in text: String) throws(ImageNameProblem) {
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7F { throw .controlByte(byte) }
      if byte >= 0x80 { throw .notASCII(byte) }
    }
  }

  private static func refuseIdentifier(_ text: ArraySlice<UInt8>) throws(ImageNameProblem) {
    guard text.count != 64 || !text.allSatisfy(Ascii.isLowerHex) else { throw .identifier }
  }

  private static func cutDigest(
    from text: ArraySlice<UInt8>
  ) throws(ImageNameProblem) -> (ArraySlice<UInt8>, Digest?) {
    guard let at = text.firstIndex(of: UInt8(ascii: "@")) else { return (text, nil) }
    switch DigestText(Ascii.text(text[(at + 1)...])) {
    case .digest(let digest): return (text[..<at], digest)
    case .otherAlgorithm(let name): throw .algorithm(name)
    case .malformed(let text): throw .digest(text)
    }
  }

  /// The tag stands after the last slash; before it a colon belongs to a port.
  private static func cutTag(
    from text: ArraySlice<UInt8>
  ) throws(ImageNameProblem) -> (ArraySlice<UInt8>, String?) {
    let lastPart = text.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? text.startIndex
    guard let colon = text[lastPart...].firstIndex(of: UInt8(ascii: ":")) else { return (text, nil) }
    let tag = Ascii.text(text[(colon + 1)...])
    guard ImageTag.isTag(tag) else { throw .tag(tag) }
    return (text[..<colon], tag)
  }

  /// Decides which registry is meant (`splitDockerDomain`).
  private static func place(_ name: ArraySlice<UInt8>) throws(ImageNameProblem) -> (String, String) {
    guard !name.isEmpty else { throw .empty }
    let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 2, parts[1].isEmpty, parts[0].last == UInt8(ascii: ":") {
      throw .scheme(Ascii.text(parts[0].dropLast()))
    }
    let namesHost = parts.count > 1 && isHost(parts[0])
    let path = parts.dropFirst(namesHost ? 1 : 0)
    let host = namesHost ? Ascii.text(parts[0]) : DockerHub.registry
    if let problem = HostName(host).problem { throw problem }
    for part in path { try check(part) }
    let registry = host == DockerHub.index ? DockerHub.registry : host
    let isOfficial = registry == DockerHub.registry && path.count == 1
    return (registry, (isOfficial ? "library/" : "") + path.map(Ascii.text).joined(separator: "/"))
  }

  private static func isHost(_ part: ArraySlice<UInt8>) -> Bool {
    part.elementsEqual("localhost".utf8)
      || part.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || Ascii.isUpper($0) }
  }

  private static func check(_ part: ArraySlice<UInt8>) throws(ImageNameProblem) {
    guard !part.isEmpty else { throw .emptyPart }
    let text = Ascii.text(part)
    if text == "." || text == ".." { throw .dots(text) }
    guard !part.contains(where: Ascii.isUpper) else { throw .upperCase(text) }
    guard PathComponent.isOne(part) else { throw .part(text) }
  }
}
