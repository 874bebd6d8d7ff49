/// Judges messages for the people who write them.
package struct CommitLint: Hashable, Sendable {
  private let types: [String]
  private let headerLimit: Int

  /// Makes a judge.
  ///
  /// - Parameters:
  ///   - rules: The project's rules; the types of their preset and of their own are the known ones.
  ///   - headerLimit: The number of characters that a header may have.
  package init(rules: BumpRules = BumpRules(), headerLimit: Int = 100) {
    types = rules.preset.types + rules.rules.compactMap { $0.type?.asciiLowercased }
    self.headerLimit = headerLimit
  }

  /// Returns everything that is to say about a message, in the order of its lines.
  ///
  /// What git and forges write by themselves, such as `Merge …` and `fixup! …`, is let through in silence.
  package func problems(in message: CommitMessage) -> [Problem] {
    guard message.generatedSubject == nil else { return [] }
    guard let header = message.header else { return message.findings }
    return style(of: header, subject: message.subject).map { Problem($0, line: message.text.header.number) }
      + message.findings
  }

  /// Returns whether a message can be read as a conventional commit, or was written by git or a forge.
  ///
  /// Questions of style make no message invalid.
  package func isValid(_ message: CommitMessage) -> Bool {
    problems(in: message).allSatisfy { $0.severity != .error }
  }

  private func style(of header: CommitMessage.Header, subject: String) -> [Problem.Fact] {
    var facts: [Problem.Fact] = []
    if !types.contains(header.type) {
      facts.append(.unknownType(header.rawType, nearest: Spelling.nearest(to: header.type, among: types)))
    }
    if header.rawType != header.type { facts.append(.upperCaseType(header.rawType)) }
    let length = subject.count
    if length > headerLimit { facts.append(.longHeader(length: length, limit: headerLimit)) }
    if header.description.hasSuffix("."), !header.description.hasSuffix("..") {
      facts.append(.trailingPeriod)
    }
    return facts
  }
}
