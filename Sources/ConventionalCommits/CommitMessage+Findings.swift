extension CommitMessage {
  /// What the form of the message gives rise to; ``CommitLint`` adds what it thinks of the header.
  var findings: [CommitLint.Problem] {
    let layout = layout
    do {
      let header = try HeaderLayout(of: text.header.range, in: text.bytes)
      let isBreaking = layout.breaking(header).counts(strict: isStrict)
      return layout.findings(in: text, strict: isStrict, isBreaking: isBreaking)
    } catch {
      return [CommitLint.Problem(.header(error), line: text.header.number)]
    }
  }
}

extension MessageLayout {
  /// What is to say about the parts of a conventional message, in the order of its lines.
  fileprivate func findings(in text: MessageText, strict: Bool, isBreaking: Bool) -> [CommitLint.Problem] {
    let crowded = crowdedLine.map { CommitLint.Problem(.noBlankLineAfterHeader, line: $0) }
    let glued = sections.filter(\.isGlued).map {
      CommitLint.Problem(.gluedBreakingChange(counts: !strict), line: $0.line)
    }
    let empty = sections.filter { $0.isBreaking && text.bytes.isBlank($0.value) }
      .map { CommitLint.Problem(.emptyBreakingChange, line: $0.line) }
    // A commit that is breaking anyway loses nothing by one announcement that does not count.
    let failed =
      isBreaking ? [] : failedAnnouncements.map { CommitLint.Problem(.ineffectiveBreakingChange, line: $0) }
    let unclosed = unclosedQuotation.map { CommitLint.Problem(.unclosedQuotation, line: $0) }
    return ([crowded, unclosed].compactMap(\.self) + glued + empty + failed).sorted { $0.line < $1.line }
  }
}
