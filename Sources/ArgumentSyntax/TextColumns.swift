/// Plain text set in lines of a given width.
struct TextColumns {
  /// The greatest number of characters in a line.
  let width: Int
  /// Where the second column starts when the first leaves room for it.
  private let column = 26

  /// Returns text broken between words, paragraphs kept apart by empty lines; a longer word gets its own
  /// line.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.split(separator: "").map { $0.joined(separator: " ") }
    return Array(paragraphs.map { filled($0, indent: indent) }.joined(separator: [""]))
  }

  /// Returns a term with its explanation beside it, or below it when the term is too long.
  func row(_ term: String, _ explanation: String) -> [String] {
    var lines = filled(explanation, indent: column)
    guard let first = lines.first else { return ["  \(term)"] }
    guard term.count + 4 <= column else { return ["  \(term)"] + lines }
    lines[0] = "  " + term + spaces(column - 2 - term.count) + first.dropFirst(column)
    return lines
  }

  /// Returns words after a lead, continuation lines indented below the first of them.
  func hanging(_ lead: String, _ words: [String]) -> [String] {
    var lines = filled(
      words.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " "), indent: lead.count)
    guard let first = lines.first else { return [lead] }
    lines[0] = lead + first.dropFirst(lead.count)
    return lines.map { $0.replacing("\u{A0}", with: " ") }
  }

  /// Returns a title with lines below it, nothing when there are none.
  func titled(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["\(title):"] + lines }

  /// Returns blocks of lines as text, an empty line between each two.
  func page(_ blocks: [[String]]) -> String {
    blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func filled(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(spaces(indent) + word)
      }
    }
    return lines
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
