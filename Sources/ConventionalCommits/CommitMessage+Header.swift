extension CommitMessage {
  /// The first line of a conventional commit: `type(scope)!: description`.
  package struct Header: Hashable, Sendable {
    /// The type in lower case (ASCII only), as it is compared (rule 15).
    package let type: String
    /// The type as written.
    package let rawType: String
    /// The text in the parentheses, trimmed; `nil` without parentheses.
    package let scope: String?
    /// Whether a `!` before the colon marks a breaking change (rule 13).
    package let isMarkedBreaking: Bool
    /// What the commit does; never empty.
    package let description: String

    /// Parses one line.
    ///
    ///     header = type [ "(" scope ")" ] [ "!" ] ":" 1*SP description
    ///
    /// A type is any run of characters but white space, control characters and `()!:`. There is no list of allowed
    /// types (rule 14).
    ///
    /// - Throws: ``HeaderError`` with the first thing that is wrong.
    package init(parsing line: String) throws(HeaderError) {
      let bytes = Array(line.utf8)
      self.init(try HeaderLayout(of: bytes.indices, in: bytes), in: bytes)
    }

    init(_ layout: HeaderLayout, in bytes: [UInt8]) {
      rawType = bytes.text(layout.type)
      type = rawType.asciiLowercased
      scope = layout.scope.map(bytes.text)
      isMarkedBreaking = layout.isMarkedBreaking
      description = bytes.text(layout.description)
    }
  }
}

extension CommitMessage {
  /// Why a line is no conventional header.
  package enum HeaderError: Error, Hashable, Sendable {
    /// The line is blank: the message has no text.
    case empty
    /// White space stands before the type.
    case leadingSpace
    /// Nothing looks like a header: `initial commit`, `feat add x`.
    case notConventional
    /// There is no type before the scope, the mark or the colon: `: x`, `(core): x`.
    case missingType
    /// White space stands before the scope or before the colon: `feat : x`, `feat (core): x`.
    case spaceBeforeColon
    /// The closing parenthesis is missing: `feat(core: x`.
    case unclosedScope
    /// Nothing stands in the parentheses: `feat(): x`.
    case emptyScope
    /// The scope holds a parenthesis itself: `feat((core): x`.
    case nestedScope
    /// The mark does not stand alone before the colon: `feat!!: x`, `feat!(core): x`.
    case misplacedMark
    /// The description follows the colon without a space: `feat:x`.
    case missingSpaceAfterColon
    /// Nothing follows the colon.
    case emptyDescription
  }
}
