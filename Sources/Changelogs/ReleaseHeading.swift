import SemanticVersions

/// A heading that begins a release in a changelog.
///
/// People and tools write `## [1.5.0] - 2024-01-02`, `## 1.5.0 (2024-01-02)`, `# v1.5.0`, `## [1.5.0](…) (…)`,
/// `### [1.5.1](…)`, `## api@1.5.0`, `## 2024-01-02, Version 1.5.0`, `1.5.0 / 2024-01-02` above a ruler, and
/// `## [Unreleased]`; all of them are understood.
struct ReleaseHeading: Hashable {
  enum Subject: Hashable {
    case unreleased
    case version(Version)
  }

  let subject: Subject
  /// What is released, in small letters, where the heading says so: `api` of `api@1.5.0` and `## api 1.5.0`.
  let component: String?
  /// The text in brackets, when it is the label of a link reference: `[1.5.0]`, but not `[1.5.0](…)`.
  let label: String?

  /// Reads a heading, or gives nil when no release begins here.
  init?(_ heading: MarkdownHeading) {
    guard (1...3).contains(heading.level) else { return nil }
    let label = Self.label(of: heading.title)
    // Further down, a version that is not the first word is what a heading of the notes tells of.
    let words = Self.words(of: heading.title, label: label).prefix(heading.level < 3 ? 4 : 1)
    guard let name = words.lazy.compactMap({ ReleaseName($0) }).first else { return nil }
    subject = name.subject
    component = name.component ?? Self.component(before: name, in: words)
    self.label = label.flatMap { Self.isReference(heading.title, after: $0) ? String($0) : nil }
  }

  /// Whether two headings may be of the same thing's releases: a heading without a name is of any.
  func isComparable(with other: ReleaseHeading?) -> Bool {
    guard let component, let name = other?.component else { return true }
    return component == name
  }

  /// The words that may name the release: those in brackets, and the first two, or the three after a date.
  private static func words(of title: ArraySlice<UInt8>, label: ArraySlice<UInt8>?) -> [ArraySlice<UInt8>] {
    let words = title.split(maxSplits: 4, whereSeparator: \.isSpaceOrTab)
    let isDated = words.first?.isDate ?? false
    return (label.map { [$0] } ?? []) + (isDated ? words.dropFirst().prefix(3) : words.prefix(2))
  }

  /// The word before the version, unless it is only that word.
  private static func component(before name: ReleaseName, in words: some Collection<ArraySlice<UInt8>>)
    -> String?
  {
    guard let first = words.first, first.startIndex < name.word.startIndex else { return nil }
    return ReleaseName.component(first)
  }

  /// The text in brackets that a title begins with.
  private static func label(of title: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard title.first == UInt8(ascii: "["), let end = title.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    return title[(title.startIndex + 1)..<end]
  }

  private static func isReference(_ title: ArraySlice<UInt8>, after label: ArraySlice<UInt8>) -> Bool {
    title[(label.endIndex + 1)...].first != UInt8(ascii: "(")
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is `2024-01-02`, `2024.01.02` or the like, perhaps with a comma.
  fileprivate var isDate: Bool {
    guard (10...11).contains(count) else { return false }
    let parts = (last == UInt8(ascii: ",") ? dropLast() : self).split { "-./".utf8.contains($0) }
    return parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy(\.isDigit)
  }
}
