/// Spells a name that somebody unknown chose so that it can be shown, and no two names are spelled alike.
enum EscapedName {
  /// Returns text as it is but for controls, line separators and format characters, as `\u{1b}`, and the backslash, as
  /// two; of what is not UTF-8, every byte that is no printable ASCII as `\xff`.
  static func text(_ name: some Collection<UInt8>) -> String {
    guard let text = String(validating: name, as: UTF8.self) else {
      return name.map { spelling(ofByte: $0) }.joined()
    }
    return text.unicodeScalars.map { spelling(of: $0) }.joined()
  }

  /// Returns the names with `/` between them, each spelled so.
  static func path(_ names: some Collection<[UInt8]>) -> String { names.map(text).joined(separator: "/") }

  private static func spelling(ofByte byte: UInt8) -> String {
    guard !(0x20...0x7E).contains(byte) else { return spelling(of: Unicode.Scalar(byte)) }
    return (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16)
  }

  private static func spelling(of scalar: Unicode.Scalar) -> String {
    if scalar == "\\" { return "\\\\" }
    return isShown(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
    default: true
    }
  }
}
