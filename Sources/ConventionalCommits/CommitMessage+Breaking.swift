extension CommitMessage {
  /// Whether the commit announces a breaking change, by the `!` of the header or by `BREAKING CHANGE:`.
  package var isBreaking: Bool { !breakingDescriptions.isEmpty }

  /// The first announcement of what breaks; `nil` when the commit is not breaking.
  package var breakingDescription: String? { breakingDescriptions.first }
}

extension CommitMessage.Header {
  /// What breaks: the texts announced below the header, or the description when only the `!` says so (rule 13).
  func breakingDescriptions(announced texts: [String]) -> [String] {
    if texts.isEmpty { return isMarkedBreaking ? [description] : [] }
    return texts.map { $0.isEmpty ? description : $0 }
  }
}
