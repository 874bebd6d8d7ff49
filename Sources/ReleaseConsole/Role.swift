/// What a piece of text is to its reader. Colour only repeats what the words say.
package enum Role: Hashable, Sendable, CaseIterable {
  case error
  case warning
  case hint
  case path
  case success
  case faint

  /// The parameters of "select graphic rendition" (ECMA-48, section 8.3.117).
  var rendition: String {
    switch self {
    case .error: "1;31"
    case .warning: "33"
    case .hint, .path: "36"
    case .success: "32"
    case .faint: "2"
    }
  }

  func paint(_ text: String) -> String { "\u{1B}[\(rendition)m\(text)\u{1B}[0m" }
}
