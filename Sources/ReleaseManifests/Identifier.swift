/// The letters that names in signed documents may be made of.
///
/// ASCII only: two names that look alike are then the same bytes, and Swift's canonical equivalence has nothing
/// to act upon.
package enum Identifier {
  /// Returns whether a name is a project's or component's: `acme/shop`, `api`, `@acme/web`.
  ///
  /// It can be neither an option of a command nor a way out of a folder.
  package static func isName(_ text: String) -> Bool {
    guard (1...200).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else { return false }
    return text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      part in
      !part.allSatisfy { $0 == UInt8(ascii: ".") }
        && part.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "@") }
    }
  }

  /// Returns whether a name is an environment's: `production`, `eu-west.1`.
  package static func isEnvironment(_ text: String) -> Bool {
    guard (1...64).contains(text.utf8.count), let first = text.utf8.first, isAlphanumeric(first) else {
      return false
    }
    return text.utf8.allSatisfy(isWordByte)
  }

  /// Returns whether a text is the name of a ledger, as it stands in its checkpoints and signs them: printable ASCII
  /// without blank and `+` (c2sp.org/signed-note).
  package static func isOrigin(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }
  }

  /// Returns whether a text is a git object name: 40 or 64 lower-case hex digits.
  package static func isObjectName(_ text: String) -> Bool {
    [40, 64].contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Returns whether a text is one line without control characters.
  package static func isLine(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }
}
