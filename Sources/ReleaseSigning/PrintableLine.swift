/// A text that is shown as one line, and as what it is: it holds nothing that ends, hides or reorders a line.
enum PrintableLine {
  /// Returns whether a text holds no control character, no line or paragraph separator, and no control of the
  /// direction of writing (Unicode Standard Annex #9, section 2).
  ///
  /// - Parameter allowingTabs: Whether a horizontal tab, which some formats part fields with, is let through.
  static func holds(_ text: String, allowingTabs: Bool = false) -> Bool {
    text.unicodeScalars.allSatisfy { isHarmless($0) || allowingTabs && $0 == "\t" }
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: !scalar.properties.isBidiControl
    }
  }
}
