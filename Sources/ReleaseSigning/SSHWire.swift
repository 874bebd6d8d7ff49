/// The data types that SSH messages are written in (RFC 4251, section 5).
enum SSHWire {
  /// The name of ed25519 keys and of their signatures (RFC 8709, sections 4 and 6).
  static let ed25519 = "ssh-ed25519"

  /// Returns a number as four bytes, the most significant first.
  static func uint32(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Returns bytes behind their number; callers see to it that there are less than 2^32.
  static func string(_ bytes: [UInt8]) -> [UInt8] { uint32(UInt32(bytes.count)) + bytes }

  /// Returns the UTF-8 bytes of a text behind their number.
  static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}
