/// Reads the parts of a header from left to right.
///
/// It goes by Unicode scalars: by bytes it could not see white space outside ASCII, and by characters a combining
/// mark after the colon would hide the colon.
struct HeaderScanner {
  private var rest: Substring.UnicodeScalarView

  init(_ line: String) {
    rest = line[...].unicodeScalars
  }

  mutating func type() throws(CommitMessage.HeaderError) -> String {
    guard let first = rest.first else { throw .empty }
    let type = takeText { !$0.isBlank && !"()!:".unicodeScalars.contains($0) }
    guard type.isEmpty else { return type }
    guard first.isBlank else { throw .missingType }
    throw rest.allSatisfy(\.isBlank) ? .empty : .leadingSpace
  }

  mutating func scope() throws(CommitMessage.HeaderError) -> String? {
    guard take("(") else { return nil }
    let scope = takeText { $0 != "(" && $0 != ")" }.trimmed
    guard take(")") else { throw rest.isEmpty ? .unclosedScope : .nestedScope }
    guard !scope.isEmpty else { throw .emptyScope }
    return scope
  }

  mutating func colonAndSpace() throws(CommitMessage.HeaderError) {
    guard take(":") else { throw missingColon() }
    guard let next = rest.first else { throw .emptyDescription }
    guard next == " " else { throw .missingSpaceAfterColon }
  }

  mutating func description() throws(CommitMessage.HeaderError) -> String {
    let description = takeText { _ in true }.trimmed
    guard !description.isEmpty else { throw .emptyDescription }
    return description
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private func missingColon() -> CommitMessage.HeaderError {
    if let next = rest.first, "!(".unicodeScalars.contains(next) { return .misplacedMark }
    let next = rest.drop(while: \.isBlank).first
    return rest.first != next && (next == ":" || next == "(") ? .spaceBeforeColon : .notConventional
  }

  private mutating func takeText(while isWanted: (Unicode.Scalar) -> Bool) -> String {
    let text = rest.prefix(while: isWanted)
    rest = rest[text.endIndex...]
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar leaves no mark: white space of any script, or a control character.
  fileprivate var isBlank: Bool {
    value <= 0x20 || value == 0x7F || (!isASCII && properties.isWhitespace)
  }
}
