/// The name of a builder: a URI, compared byte by byte.
///
/// Source: SLSA v1.0, provenance, `builder.id`.
package struct BuilderID: Hashable, Sendable, CustomStringConvertible {
  /// The URI.
  package let text: String

  /// The builder of whoever builds on a machine of their own: it vouches for nothing.
  package static let local = BuilderID(known: "\(Provenance.buildType)#local")

  /// The longest name, in bytes.
  package static let maximumBytes = 2048

  /// Accepts an absolute URI: a scheme, `:`, and printable ASCII that RFC 3986 allows; no name or password before the
  /// host, since what is signed is published.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumBytes, let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      Self.isScheme(bytes[..<colon]), colon + 1 < bytes.count,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }),
      !Self.hasUser(bytes[(colon + 1)...])
    else { return nil }
    self.text = text
  }

  private init(known text: String) { self.text = text }

  /// Returns whether this name, as somebody accepts it, is that of a builder: the same, or the same but for the git ref of
  /// a workflow (`…/release.yml` accepts `…/release.yml@refs/tags/v1.5.0`).
  package func accepts(_ builder: BuilderID) -> Bool {
    let (name, found) = (Array(text.utf8), Array(builder.text.utf8))
    let namesRef = name.indices.contains { name[$0...].starts(with: "@refs/".utf8) }
    return found == name || (!namesRef && found.starts(with: name + "@refs/".utf8))
  }

  package var description: String { text }

  package static func == (left: BuilderID, right: BuilderID) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 }
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
  }

  private static func hasUser(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: "//".utf8) else { return false }
    let authority = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    return authority.isEmpty || authority.contains(UInt8(ascii: "@"))
  }
}
