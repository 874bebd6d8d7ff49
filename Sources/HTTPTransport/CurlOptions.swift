/// Options for curl in the form of its configuration files (`man curl`, `--config`).
struct CurlOptions {
  private(set) var text = ""

  /// Adds an option that takes no value.
  mutating func add(_ option: String) { text += option + "\n" }

  /// Adds an option with its value, which is quoted: no byte of it ends the line or the quotation.
  mutating func add(_ option: String, _ value: String) { text += "\(option) = \(Self.quoted(value))\n" }

  private static func quoted(_ value: String) -> String {
    var bytes = [UInt8(ascii: "\"")]
    for byte in value.utf8 {
      if let letter = letter(escaping: byte) {
        bytes += [UInt8(ascii: "\\"), letter]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
  }

  private static func letter(escaping byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""): byte
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0B: UInt8(ascii: "v")
    case 0x0D: UInt8(ascii: "r")
    default: nil
    }
  }
}
