/// Text from commits as one line of Markdown that shows what was written and does nothing else.
///
/// - Code spans stay code spans. Everything else is text: HTML, links, images, emphasis, formulas, and whatever
///   would begin a heading, list, quotation or table is escaped.
/// - `@name` becomes a code span, unless people are to be told. GitHub and GitLab look for mentions in the
///   finished page, so that neither a backslash nor an entity stops them; code is the only thing they leave alone
///   that needs no invisible characters.
/// - Web addresses become `<https://…>`, so that no character in them is taken for Markdown.
/// - Line ends become spaces, and characters that cannot be seen are dropped (see `CleanText`).
struct InlineMarkdown {
  let source: [UInt8]
  private let links: RepositoryLinks?
  private let pings: Bool
  private let spans: CodeSpans
  /// Whether underscores in the text may be emphasis.
  let hasEmphasis: Bool
  private var references: ArraySlice<ReferenceScanner.Match>
  private var output: [UInt8] = []
  private(set) var index = 0
  /// Where the running text begins that the next byte belongs to: after the last link or code span.
  private var textStart = 0
  /// Whether a dollar sign has been written, which a second one would make a formula.
  private(set) var hasDollar = false

  /// Returns a text as Markdown.
  ///
  /// - Parameters:
  ///   - links: Makes links of references such as `#12`; nil leaves them as text.
  ///   - pings: Whether `@name` stays as it is, so that forges tell that person.
  static func text(_ text: String, links: RepositoryLinks? = nil, pings: Bool = false) -> String {
    guard !text.isPlainMarkdown else { return text }
    var writer = InlineMarkdown(source: CleanText.line(text), links: links, pings: pings)
    while writer.index < writer.source.count { writer.writeNext() }
    return String(writer.output)
  }

  private init(source: [UInt8], links: RepositoryLinks?, pings: Bool) {
    self.source = source
    self.links = links
    self.pings = pings
    spans = CodeSpans(in: source)
    hasEmphasis = source.hasUnderscoredEmphasis
    references = ReferenceScanner.matches(in: source)[...]
    output.reserveCapacity(source.count + 32)
  }

  private mutating func writeNext() {
    if let reference = nextReference() { return write(reference) }
    switch source[index] {
    case UInt8(ascii: "`"):
      guard let span = spans.span(at: index) else { return writeByte() }
      write(code: source[span], to: span.upperBound)
    case UInt8(ascii: "@") where !pings:
      guard let mention = Mention.range(at: index, in: source, textStart: textStart) else {
        return writeByte()
      }
      write(code: [UInt8(ascii: "`")] + source[mention] + [UInt8(ascii: "`")], to: mention.upperBound)
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      guard let address = WebAddress.range(at: index, in: source) else { return writeByte() }
      write([UInt8(ascii: "<")] + source[address] + [UInt8(ascii: ">")], to: address.upperBound)
    default: writeByte()
    }
  }

  private mutating func nextReference() -> ReferenceScanner.Match? {
    // References within code and addresses have been passed already.
    while let first = references.first, first.range.lowerBound < index { references.removeFirst() }
    guard let first = references.first, first.range.lowerBound == index else { return nil }
    return first
  }

  private mutating func write(_ match: ReferenceScanner.Match) {
    let text = source[match.range].escapingUnderscores
    guard let url = links?.issueURL(match.reference) else { return write(text, to: match.range.upperBound) }
    write("[".utf8 + text + "](\(url))".utf8, to: match.range.upperBound)
  }

  /// Writes a code span; right after another one their backticks would become one fence.
  private mutating func write(code: some Sequence<UInt8>, to end: Int) {
    if output.last == UInt8(ascii: "`") { output.append(0x20) }
    write(code, to: end)
  }

  /// Writes what stands for the text up to an end, and is an element of its own.
  private mutating func write(_ element: some Sequence<UInt8>, to end: Int) {
    output += element
    index = end
    textStart = end
  }

  private mutating func writeByte() {
    let byte = source[index]
    switch byte {
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: "&"): output += source.beginsEntity(at: index) ? "&amp;".utf8 : "&".utf8
    default:
      if isEscaped(byte) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    if byte == UInt8(ascii: "$") { hasDollar = true }
    index += 1
  }

  /// Whether the next byte is the first of something that is written with a mark before it, `[` or `<`.
  var isBeforeElement: Bool {
    references.first?.range.lowerBound == index + 1 || WebAddress.range(at: index + 1, in: source) != nil
  }
}

extension ArraySlice<UInt8> {
  /// A repository's name may begin or end with an underscore, which would be emphasis.
  fileprivate var escapingUnderscores: [UInt8] {
    flatMap { $0 == UInt8(ascii: "_") ? [UInt8(ascii: "\\"), $0] : [$0] }
  }
}
