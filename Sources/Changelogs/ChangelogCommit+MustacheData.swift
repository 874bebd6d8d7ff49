import ConventionalCommits
import Mustache
import StrictJSON

/// A commit as templates get it; in a list of what breaks, with what breaks in place of what it does.
final class CommitData: MustacheRecord {
  private let commit: ChangelogCommit
  private let style: ChangelogStyle
  private let header: CommitMessage.Header?
  private let description: String

  init(commit: ChangelogCommit, style: ChangelogStyle, breakingDescription: String? = nil) {
    self.commit = commit
    self.style = style
    header = commit.message.header
    description = breakingDescription ?? header?.description ?? commit.message.subject
  }

  static let memberNames = [
    "commit", "short_commit", "commit_url", "type", "scope", "subject", "description", "description_markdown",
    "breaking", "breaking_description", "body", "footers", "author_name", "author_email", "author_login",
    "date", "co_authors", "has_co_authors", "pull_request", "references", "has_references",
    "other_references", "has_other_references",
  ]

  func member(_ name: String) -> MustacheValue? {
    textMember(name) ?? detailMember(name)
  }

  /// What nearly every template names.
  private func textMember(_ name: String) -> MustacheValue? {
    switch name {
    case "scope": MustacheValue(header?.scope.map(CleanText.single))
    case "description_markdown":
      .string(InlineMarkdown.text(description, links: style.links, pings: style.pings))
    case "other_references": MustacheValue(otherReferences)
    case "commit_url": MustacheValue(style.links?.commitURL(commit.id))
    case "short_commit": .string(commit.shortID)
    case "description": .string(CleanText.lines(description))
    default: nil
    }
  }

  private func detailMember(_ name: String) -> MustacheValue? {
    switch name {
    case "commit": .string(commit.id)
    case "type": MustacheValue(header?.type)
    case "subject": .string(CleanText.single(message.subject))
    case "breaking": .bool(message.isBreaking)
    case "breaking_description": MustacheValue(message.breakingDescription.map(CleanText.lines))
    case "body": MustacheValue(message.body.map(CleanText.lines))
    case "footers": MustacheValue(message.footers.map(FooterData.init))
    case "author_name": author.member("name")
    case "author_email": author.member("email")
    case "author_login": author.member("login")
    case "date": .string(commit.committedAt.description)
    case "co_authors": MustacheValue(commit.coAuthors.map(PersonData.init))
    case "has_co_authors": .bool(!commit.coAuthors.isEmpty)
    case "pull_request": MustacheValue(message.pullRequest)
    case "references": MustacheValue(references)
    case "has_references": .bool(!references.isEmpty)
    case "has_other_references": .bool(!otherReferences.isEmpty)
    default: nil
    }
  }

  private var message: CommitMessage { commit.message }
  private var author: PersonData { PersonData(commit.author) }

  private var references: [ReferenceData] { records(of: commit.references) }

  /// Those that the description does not show itself.
  private var otherReferences: [ReferenceData] {
    // A message of one line shows all that it names.
    guard message.contains("\n") else { return [] }
    let references = commit.references
    guard !references.isEmpty else { return [] }
    let shown = Set(ReferenceScanner.matches(in: Array(commit.description.utf8)).map(\.reference))
    return records(
      of: references.filter {
        !shown.contains(IssueReference(repository: $0.repository, number: $0.number))
      })
  }

  private func records(of references: [IssueReference]) -> [ReferenceData] {
    references.map { ReferenceData(reference: $0, links: style.links) }
  }
}

/// A footer as templates get it.
private final class FooterData: MustacheRecord {
  private let footer: CommitMessage.Footer

  init(footer: CommitMessage.Footer) {
    self.footer = footer
  }

  static let memberNames = ["token", "separator", "value"]

  func member(_ name: String) -> MustacheValue? {
    switch name {
    case "token": .string(CleanText.single(footer.token))
    case "separator": .string(footer.separator.rawValue)
    case "value": .string(CleanText.lines(footer.value))
    default: nil
    }
  }
}

/// A reference as templates get it.
private final class ReferenceData: MustacheRecord {
  private let reference: IssueReference
  private let links: RepositoryLinks?

  init(reference: IssueReference, links: RepositoryLinks?) {
    self.reference = reference
    self.links = links
  }

  static let memberNames = ["action", "repository", "number", "text", "url"]

  func member(_ name: String) -> MustacheValue? {
    switch name {
    case "action": MustacheValue(reference.action)
    case "repository": MustacheValue(reference.repository)
    case "number": .string(reference.number)
    case "text": .string(reference.text)
    case "url": MustacheValue(links?.issueURL(reference))
    default: nil
    }
  }
}
