extension String {
  /// Returns the text with every character that could steer a terminal, or make a line read as another,
  /// written as `\u{1b}`: C0, DEL and C1 controls, line separators and bidirectional controls.
  /// - Parameter keepsLines: Whether newlines and tabs stay what they are.
  package func sanitized(keepingLines keepsLines: Bool = false) -> String {
    guard unicodeScalars.contains(where: { $0.steersTerminals }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.steersTerminals, !(keepsLines && (scalar == "\n" || scalar == "\t")) {
        text.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may do something else with it than show it: Unicode Technical Report 36, section 2.3.
  var steersTerminals: Bool {
    switch value {
    case ..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029: true
    default: false
    }
  }
}
