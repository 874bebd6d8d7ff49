extension CommitMessage {
  /// Whether the commit announces a breaking change, by the `!` of the header or by `BREAKING CHANGE:`.
  package var isBreaking: Bool {
    headerLayout.map { layout.breaking($0).counts(strict: isStrict) } ?? false
  }

  /// The first announcement of what breaks; `nil` when the commit is not breaking.
  package var breakingDescription: String? { breakingDescriptions.first }

  /// What breaks, one text for each announcement in their order; empty when the commit is not breaking.
  ///
  /// When only the `!` says so, or an announcement has no text, it is the description (rule 13).
  package var breakingDescriptions: [String] {
    guard let header = headerLayout else { return [] }
    let texts = layout.sections.filter { $0.isBreaking && !(isStrict && $0.isGlued) }
      .map { text.trimmed($0.value) }
    let description = text.bytes.text(header.description)
    if texts.isEmpty { return header.isMarkedBreaking ? [description] : [] }
    return texts.map { $0.isEmpty ? description : $0 }
  }
}

extension MessageLayout {
  /// How a message with this header announces a breaking change.
  func breaking(_ header: HeaderLayout) -> CommitKind.Breaking {
    if header.isMarkedBreaking || sections.contains(where: { $0.isBreaking && !$0.isGlued }) { return .yes }
    return sections.contains(where: \.isBreaking) ? .onlyGlued : .no
  }
}
