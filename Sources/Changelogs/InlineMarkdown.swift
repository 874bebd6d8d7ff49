/// Text from commits as one line of Markdown that shows what was written and does nothing else.
///
/// - Code spans stay code spans. Everything else is text: HTML, links, images, emphasis, and whatever would
///   begin a heading, list, quotation or table is escaped.
/// - `@name` becomes a code span. GitHub and GitLab look for mentions in the finished page, so that neither a
///   backslash nor an entity stops them; code is the only thing they leave alone that needs no invisible
///   characters.
/// - Web addresses become `<https://…>`, so that no character in them is taken for Markdown.
/// - Line ends become spaces, and characters that cannot be seen are dropped (see `CleanText`).
struct InlineMarkdown {
  private let source: [UInt8]
  private let links: RepositoryLinks?
  private let spans: CodeSpans
  private var references: ArraySlice<ReferenceScanner.Match>
  private var output: [UInt8] = []
  private var index = 0

  /// Returns a text as Markdown.
  ///
  /// - Parameter links: Makes links of references such as `#12`; nil leaves them as text.
  static func text(_ text: String, links: RepositoryLinks? = nil) -> String {
    let source = CleanText.line(text)
    guard source.contains(where: \.isMarkdownSyntax) else { return String(source) }
    var writer = InlineMarkdown(source: source, links: links)
    while writer.index < source.count { writer.writeNext() }
    return String(writer.output)
  }

  private init(source: [UInt8], links: RepositoryLinks?) {
    self.source = source
    self.links = links
    spans = CodeSpans(in: source)
    references = ReferenceScanner.matches(in: source)[...]
    output.reserveCapacity(source.count + 32)
  }

  private mutating func writeNext() {
    if let reference = nextReference() {
      write(reference)
    } else if let span = spans.span(at: index) {
      writeCode(source[span])
      index = span.upperBound
    } else if let address = WebAddress.range(at: index, in: source) {
      output += [UInt8(ascii: "<")] + source[address] + [UInt8(ascii: ">")]
      index = address.upperBound
    } else if let mention = Mention.range(at: index, in: source) {
      writeCode([UInt8(ascii: "`")] + source[mention] + [UInt8(ascii: "`")])
      index = mention.upperBound
    } else {
      writeByte()
    }
  }

  private mutating func nextReference() -> ReferenceScanner.Match? {
    // References within code and addresses have been passed already.
    while let first = references.first, first.range.lowerBound < index { references.removeFirst() }
    guard let first = references.first, first.range.lowerBound == index else { return nil }
    return first
  }

  private mutating func write(_ match: ReferenceScanner.Match) {
    let text = source[match.range]
    if let url = links?.issueURL(match.reference) {
      output += "[".utf8 + text.escapingUnderscores + "](\(url))".utf8
    } else {
      output += text.escapingUnderscores
    }
    index = match.range.upperBound
  }

  /// Writes a code span; right after another one their backticks would become one fence.
  private mutating func writeCode(_ span: some Sequence<UInt8>) {
    if output.last == UInt8(ascii: "`") { output.append(UInt8(ascii: " ")) }
    output += span
  }
}

extension InlineMarkdown {
  private mutating func writeByte() {
    let byte = source[index]
    switch byte {
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: "&"): output += beginsEntity ? "&amp;".utf8 : "&".utf8
    default:
      if isEscaped(byte) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    index += 1
  }

  private func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      true
    case UInt8(ascii: "_"): !isWithinWord
    case UInt8(ascii: "\\"): next?.isPunctuation ?? true
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "|"):
      index == 0
    case UInt8(ascii: "."), UInt8(ascii: ")"): endsListNumber
    default: false
    }
  }

  private var next: UInt8? { index + 1 < source.count ? source[index + 1] : nil }

  /// `snake_case` has no emphasis in it.
  private var isWithinWord: Bool {
    guard index > 0, let next else { return false }
    return source[index - 1].isAlphanumeric && next.isAlphanumeric
  }

  /// Whether the text begins with `1. ` or `1) `, and this is the dot.
  private var endsListNumber: Bool {
    (1...9).contains(index) && source[..<index].allSatisfy(\.isDigit) && (next ?? 0x20) == 0x20
  }

  private var beginsEntity: Bool {
    let name = source[(index + 1)...].prefix(40).prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < source.count && source[name.endIndex] == UInt8(ascii: ";")
  }
}

extension ArraySlice<UInt8> {
  /// A repository's name may begin or end with an underscore, which would be emphasis.
  fileprivate var escapingUnderscores: [UInt8] {
    flatMap { $0 == UInt8(ascii: "_") ? [UInt8(ascii: "\\"), $0] : [$0] }
  }
}

extension UInt8 {
  /// Whether the byte may need attention; letters, spaces, commas and the like never do.
  fileprivate var isMarkdownSyntax: Bool {
    isPunctuation && !",;'\"%?!/(".utf8.contains(self)
      || self == UInt8(ascii: "/")
  }
}
