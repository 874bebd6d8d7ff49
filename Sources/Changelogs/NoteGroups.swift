/// A release's text in its parts: what comes first, and what stands under each `###` heading.
struct NoteGroups {
  private struct Group {
    let heading: [UInt8]
    var bodies: [[UInt8]]

    /// Two headings are the same but for the case of ASCII letters.
    var key: [UInt8] { heading.map(\.lowercased) }
  }

  private var leads: [[UInt8]] = []
  private var groups: [Group] = []

  /// Cuts a text before each line that begins with `###`.
  init(of bytes: ArraySlice<UInt8>) {
    var lead: [UInt8] = []
    for line in MarkdownLines(of: bytes).lines {
      if line.isGroupHeading {
        groups.append(Group(heading: Array(line.content), bodies: [[]]))
      } else if groups.isEmpty {
        lead += bytes[line.range]
      } else {
        groups[groups.count - 1].bodies[0] += bytes[line.range]
      }
    }
    leads = [lead]
  }

  /// Whether there is nothing to see.
  var isEmpty: Bool { groups.isEmpty && leads.allSatisfy { $0[...].trimmingBlankLines().isEmpty } }

  /// Returns the groups with what people wrote: before the generated text where headings are the same, and after
  /// all of it where they are not.
  func adding(_ notes: NoteGroups) -> NoteGroups {
    var result = self
    result.leads += notes.leads
    var places: [[UInt8]: Int] = [:]
    for (place, group) in groups.enumerated() where places[group.key] == nil { places[group.key] = place }
    for group in notes.groups {
      if let place = places[group.key] {
        let generated = place < groups.count ? groups[place].bodies.count : 0
        let bodies = result.groups[place].bodies
        result.groups[place].bodies.insert(contentsOf: group.bodies, at: bodies.count - generated)
      } else {
        places[group.key] = result.groups.count
        result.groups.append(group)
      }
    }
    return result
  }

  /// The text, with one blank line between its parts and one line end at its end.
  var text: [UInt8] {
    let parts =
      leads
      + groups.map { group in
        let bodies = group.bodies.reduce(into: []) { Self.append($1, to: &$0) }
        return bodies.isEmpty ? group.heading : group.heading + "\n\n".utf8 + bodies
      }
    let filled = parts.map { $0[...].trimmingBlankLines() }.filter { !$0.isEmpty }
    return Array(filled.joined(separator: "\n\n".utf8)) + [0x0A]
  }

  /// Lists become one; after anything else comes a blank line.
  private static func append(_ body: [UInt8], to text: inout [UInt8]) {
    let filled = body[...].trimmingBlankLines()
    guard !filled.isEmpty else { return }
    if !text.isEmpty { text += (text.endsWithListItem ? "\n" : "\n\n").utf8 }
    text += filled
  }
}

extension MarkdownLines.Line {
  fileprivate var isGroupHeading: Bool {
    guard let heading = MarkdownHeading(self), heading.level == 3 else { return false }
    return ReleaseHeading(heading) == nil
  }
}

extension [UInt8] {
  /// Whether the last line is an item of a list or a further line of one.
  fileprivate var endsWithListItem: Bool {
    let line = self[(lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
    guard let first = line.first else { return false }
    return first.isSpaceOrTab || "-*+".utf8.contains(first) && line.dropFirst().first == 0x20
  }
}
