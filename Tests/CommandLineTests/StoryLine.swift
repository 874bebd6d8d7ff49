/// A line of a script: words, the exit code that is due, and where it stands.
struct StoryLine: Sendable {
  let number: Int
  let words: [String]
  /// The exit code that is due; nil: any other than 0.
  let expected: Int32?

  var verb: String { words[0] }
  var rest: [String] { Array(words.dropFirst()) }

  /// Reads `! verb …`, `verb(4) …` or `verb …`; nil for a comment or an empty line.
  init?(_ text: String, number: Int, variables: [String: String]) {
    var words = Self.split(Self.replacing(variables, in: text))
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    self.number = number
    if first == "!" {
      words.removeFirst()
      expected = nil
    } else if let open = first.firstIndex(of: "("), first.hasSuffix(")") {
      words[0] = String(first[..<open])
      expected = Int32(first[open...].dropFirst().dropLast()) ?? -1
    } else {
      expected = 0
    }
    guard !words.isEmpty else { return nil }
    self.words = words
  }

  func accepts(_ exit: Int32) -> Bool { expected.map { $0 == exit } ?? (exit != 0) }

  /// Puts in what variables stand for; longer names first, so that none hides in another.
  static func replacing(_ variables: [String: String], in text: String) -> String {
    variables.sorted { $0.key.count > $1.key.count }.reduce(text) { text, variable in
      text.replacing("$\(variable.key)", with: variable.value)
    }
  }

  /// Splits at spaces, but not in single or double quotes.
  private static func split(_ text: String) -> [String] {
    var (words, word, quote) = ([String](), String?.none, Character?.none)
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return word.map { words + [$0] } ?? words
  }
}
