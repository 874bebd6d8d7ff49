package import ConventionalCommits

/// How commits are grouped under titles, and where links lead.
package struct ChangelogStyle: Hashable, Sendable {
  /// A title and the commits below it.
  package struct Section: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// The types in small letters; `*` is every type that no section names.
    package let types: [String]
    /// The scopes, without regard to case; empty: all.
    package let scopes: [String]

    /// Creates a section.
    package init(title: String, types: [String], scopes: [String] = []) {
      self.title = title
      self.types = types
      self.scopes = scopes
    }
  }

  /// The sections in the order in which they are shown; the first that fits takes a commit. A type that is in none of
  /// them is left out, unless the commit is breaking: then it is shown as such.
  package let sections: [Section]
  /// The types that no section shows, whatever the sections say.
  package let hidden: [String]
  /// The title for commits whose message has no type; nil leaves them out.
  package let untypedTitle: String?
  /// All titles in their order, each once.
  let titles: [String]
  /// The place in `titles` of the title of each section.
  private let places: [Int]
  /// Where commits, issues and comparisons are shown; nil when no web page is known.
  package var links: RepositoryLinks?
  /// Whether `@name` in a commit's text calls somebody when the changelog is shown on a forge.
  package var pings = false

  /// Creates a style.
  package init(
    sections: [Section], hidden: [String] = [], untypedTitle: String? = nil, links: RepositoryLinks? = nil
  ) {
    self.sections = sections
    self.hidden = hidden
    self.untypedTitle = untypedTitle
    self.links = links
    var (titles, known): ([String], [String: Int]) = ([], [:])
    places = (sections.map(\.title) + [untypedTitle].compactMap(\.self)).map { title in
      if let place = known[title] { return place }
      titles.append(title)
      known[title] = titles.count - 1
      return titles.count - 1
    }
    self.titles = titles
  }

  /// Returns the place of the title that a message is shown under, or nil when it is left out.
  package func place(for message: CommitMessage) -> Int? {
    place(for: message.kind, isReversal: message.isReversal)
  }

  /// Returns the place of the title that a commit of a kind is shown under, or nil when it is left out.
  ///
  /// - Parameter isReversal: whether the message says that it takes something back, which git's own words say without
  ///   a type.
  package func place(for kind: CommitKind, isReversal: Bool) -> Int? {
    guard let type = kind.type ?? (isReversal ? "revert" : nil) else {
      return untypedTitle == nil ? nil : places.last
    }
    guard !hidden.contains(type) else { return nil }
    let place =
      sections.firstIndex { $0.names(type) && $0.takes(kind.scope) }
      ?? sections.firstIndex { $0.scopes.isEmpty && $0.types.contains("*") }
    return place.map { places[$0] }
  }

  /// Returns the title of a place.
  package func title(at place: Int) -> String { titles[place] }

  /// How many titles there are.
  package var titleCount: Int { titles.count }
}

extension ChangelogStyle.Section {
  /// Whether it names a type; one that is for some scopes names all of their types by `*`.
  fileprivate func names(_ type: String) -> Bool {
    types.contains(type) || !scopes.isEmpty && types.contains("*")
  }

  fileprivate func takes(_ scope: String?) -> Bool {
    scopes.isEmpty || scopes.contains { $0.utf8.equalsIgnoringCase((scope ?? "").utf8) }
  }
}
