import ConventionalCommits
import Mustache

extension ChangelogCommit {
  func mustacheData(links: RepositoryLinks?) -> [String: MustacheValue] {
    let header = message.header
    let isShown = isShownInDescription()
    let data = references.map { (isShown: isShown($0), value: $0.mustacheData(links: links)) }
    let others = data.filter { !$0.isShown }.map(\.value)
    return [
      "commit": .string(id),
      "short_commit": .string(shortID),
      "commit_url": MustacheValue(links?.commitURL(id)),
      "type": MustacheValue(header?.type),
      "scope": MustacheValue(header?.scope),
      "subject": .string(message.subject),
      "description": .string(description),
      "description_markdown": .string(InlineMarkdown.text(description, links: links)),
      "breaking": .bool(message.isBreaking),
      "breaking_description": MustacheValue(message.breakingDescription),
      "body": MustacheValue(message.body),
      "footers": .list(message.footers.map(\.mustacheData)),
      "author_name": .string(authorName),
      "author_email": .string(authorEmail),
      "date": .string(date),
      "references": .list(data.map(\.value)),
      "has_references": .bool(!data.isEmpty),
      // Those that the description does not show itself.
      "other_references": .list(others),
      "has_other_references": .bool(!others.isEmpty),
    ]
  }

  private func isShownInDescription() -> (IssueReference) -> Bool {
    guard !references.isEmpty else { return { _ in false } }
    let shown = Set(ReferenceScanner.matches(in: Array(description.utf8)).map(\.reference))
    return { shown.contains(IssueReference(repository: $0.repository, number: $0.number)) }
  }
}

extension CommitMessage.Footer {
  fileprivate var mustacheData: MustacheValue {
    .map(["token": .string(token), "separator": .string(separator.rawValue), "value": .string(value)])
  }
}

extension IssueReference {
  fileprivate func mustacheData(links: RepositoryLinks?) -> MustacheValue {
    .map([
      "action": MustacheValue(action), "repository": MustacheValue(repository), "number": .string(number),
      "text": .string(text), "url": MustacheValue(links?.issueURL(self)),
    ])
  }
}
