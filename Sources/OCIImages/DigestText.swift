internal import ReleaseSigning

/// What a text says that should be a digest: `sha256:…` (OCI image-spec, "Digests").
enum DigestText {
  /// A digest that can be checked here.
  case digest(Digest)
  /// A digest of an algorithm that is not `sha256`.
  case otherAlgorithm(String)
  /// No digest.
  case malformed(String)

  init(_ text: String) {
    if let digest = Digest(prefixed: text) {
      self = .digest(digest)
    } else if let name = Self.algorithm(of: text), name != "sha256" {
      self = .otherAlgorithm(name)
    } else {
      self = .malformed(text)
    }
  }

  /// The part before the colon when it is the name of an algorithm: `sha512`, `sha256+b64`.
  private static func algorithm(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = text.utf8[..<colon]
    let isName = name.allSatisfy { byte in
      Ascii.isLower(byte) || Ascii.isDigit(byte) || "+._-".utf8.contains(byte)
    }
    return isName && !name.isEmpty ? String(Substring(name)) : nil
  }
}
