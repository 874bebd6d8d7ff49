package import SemanticVersions

/// What a tag says about its image.
package enum ImageTagClaim: Hashable, Sendable {
  /// The image is this version: `1.5.0`, `v1.5.0`, `1.5.0_build.7`.
  case version(Version)
  /// The image was built from a commit whose name starts with these hex digits: `sha-0123456789ab`.
  case commit(String)
  /// Nothing that could be checked: `latest`, `stable`, `1`, `1.5`.
  case none
}

/// The tags that a release gives to its images, and what tags claim.
package enum ImageTag {
  /// The greatest length of a tag (OCI Distribution 1.1, "Pulling manifests").
  package static let maximumLength = 128

  /// Returns whether a text is a tag: `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
  package static func isTag(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= maximumLength else { return false }
    return isWord(first) && text.utf8.allSatisfy(isTagByte)
  }

  /// Returns the tag of a version: `1.5.0`. The `+` before build metadata becomes `_`, as Helm has it; what
  /// no tag holds is cut off after 128 bytes.
  package static func version(_ version: Version) -> String {
    fitted(version.description) ?? version.description
  }

  /// Returns the tag of a commit: `sha-` and the first twelve of its hex digits.
  package static func commit(_ sha: String) -> String {
    "sha-" + Ascii.text(sha.utf8.prefix(12).filter(Ascii.isLowerHex))
  }

  /// Returns what a tag claims.
  package static func claims(_ tag: String) -> ImageTagClaim {
    guard isTag(tag) else { return .none }
    if let digits = commitDigits(of: tag) { return .commit(digits) }
    let bytes = Array(tag.utf8)
    var text = bytes.first == UInt8(ascii: "v") ? bytes[1...] : bytes[...]
    if let underscore = text.firstIndex(of: UInt8(ascii: "_")) { text[underscore] = UInt8(ascii: "+") }
    do { return .version(try Version(parsing: text)) } catch { return .none }
  }

  /// Returns the nearest tag: each byte that cannot stand where it does becomes `_`; `nil` for an empty text.
  static func fitted(_ text: String) -> String? {
    guard let first = text.utf8.first else { return nil }
    let rest = text.utf8.dropFirst().prefix(maximumLength - 1)
    return Ascii.text([isWord(first) ? first : underscore] + rest.map { isTagByte($0) ? $0 : underscore })
  }

  private static let underscore = UInt8(ascii: "_")

  private static func commitDigits(of tag: String) -> String? {
    guard Ascii.starts(tag, with: "sha-") else { return nil }
    let digits = tag.utf8.dropFirst(4)
    guard (7...64).contains(digits.count), digits.allSatisfy(Ascii.isLowerHex) else { return nil }
    return String(Substring(digits))
  }

  private static func isWord(_ byte: UInt8) -> Bool { Ascii.isAlphanumeric(byte) || byte == underscore }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
