/// A release's text in its parts: what comes first, and what stands under each `###` heading.
struct NoteGroups {
  private struct Group {
    let heading: [UInt8]
    var body: [UInt8]
  }

  private var lead: [UInt8] = []
  private var groups: [Group] = []

  /// Cuts a text before each line that begins with `###`.
  init(of bytes: ArraySlice<UInt8>) {
    for line in MarkdownLines(of: bytes).lines {
      if !line.isVerbatim, line.isGroupHeading {
        groups.append(Group(heading: Array(line.content), body: []))
      } else if groups.isEmpty {
        lead += bytes[line.range]
      } else {
        groups[groups.count - 1].body += bytes[line.range]
      }
    }
  }

  /// Whether there is nothing to see.
  var isEmpty: Bool { groups.isEmpty && lead[...].trimmingBlankLines().isEmpty }

  /// Returns the groups with what people wrote: before the generated text where headings are the same, and after
  /// all of it where they are not.
  func adding(_ notes: NoteGroups) -> NoteGroups {
    var result = self
    result.lead = Self.joined([lead, notes.lead], by: "\n\n")
    for group in notes.groups {
      if let place = groups.firstIndex(where: { $0.heading.equalsIgnoringCase(group.heading) }) {
        result.groups[place].body = Self.joined([group.body, result.groups[place].body], by: "\n")
      } else {
        result.groups.append(group)
      }
    }
    return result
  }

  /// The text, with one blank line between its parts and one line end at its end.
  var text: [UInt8] {
    let parts = [lead] + groups.map { Self.joined([$0.heading, $0.body], by: "\n\n") }
    return Self.joined(parts, by: "\n\n") + [0x0A]
  }

  private static func joined(_ parts: [[UInt8]], by separator: String) -> [UInt8] {
    let filled = parts.map { $0[...].trimmingBlankLines() }.filter { !$0.isEmpty }
    return Array(filled.joined(separator: separator.utf8))
  }
}

extension MarkdownLines.Line {
  fileprivate var isGroupHeading: Bool {
    let text = content.withoutIndentation
    return text.starts(with: "### ".utf8) && ReleaseHeading(content) == nil
  }
}
