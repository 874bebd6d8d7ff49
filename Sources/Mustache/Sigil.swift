/// The character after a tag's opening delimiter that says what the tag does.
enum Sigil: UInt8 {
  case section = 0x23  // #
  case inverted = 0x5E  // ^
  case close = 0x2F  // /
  case partial = 0x3E  // >
  case parent = 0x3C  // <
  case block = 0x24  // $
  case raw = 0x26  // &
  case triple = 0x7B  // {
  case comment = 0x21  // !
  case delimiters = 0x3D  // =

  init?(at index: Int, in bytes: [UInt8]) {
    guard index < bytes.count else { return nil }
    self.init(rawValue: bytes[index])
  }

  /// What must come before the closing delimiter.
  var closing: [UInt8] {
    switch self {
    case .triple: [UInt8(ascii: "}")]
    case .delimiters: [UInt8(ascii: "=")]
    default: []
    }
  }
}

extension Sigil? {
  /// Returns the kind of tag that a name makes with this sigil, or nil when the name is not possible.
  func tagKind(of name: String) -> Tag.Kind? {
    switch self {
    case nil: NamePath(name).map { .variable($0, isRaw: false) }
    case .raw, .triple: NamePath(name).map { .variable($0, isRaw: true) }
    case .section: NamePath(name).map { .section($0, isInverted: false) }
    case .inverted: NamePath(name).map { .section($0, isInverted: true) }
    case .partial: PartialName(name).map { .partial($0) }
    case .parent: PartialName(name).map { .parent($0) }
    case .block: .block
    case .close: .close
    case .comment, .delimiters: nil
    }
  }
}

extension PartialName {
  /// Reads a partial's name; an asterisk in front makes it dynamic.
  fileprivate init?(_ name: String) {
    guard name.utf8.first == UInt8(ascii: "*") else {
      self = .written(name)
      return
    }
    guard let path = NamePath(String(name.unicodeScalars.dropFirst())) else { return nil }
    self = .dynamic(path)
  }
}
