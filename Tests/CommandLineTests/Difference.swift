/// Two texts line by line, with what is only in the first or second marked.
struct Difference: CustomStringConvertible {
  let description: String

  init(from old: String, to new: String) {
    let (old, new) = (Self.lines(of: old), Self.lines(of: new))
    let changes = new.difference(from: old)
    let removed = Set(changes.removals.map(Self.offset)), inserted = Set(changes.insertions.map(Self.offset))
    var (text, place) = ([String](), 0)
    for (number, line) in old.enumerated() {
      guard !removed.contains(number) else {
        text.append("-\(line)")
        continue
      }
      while inserted.contains(place) {
        text.append("+\(new[place])")
        place += 1
      }
      text.append(" \(line)")
      place += 1
    }
    description = (text + new[place...].map { "+\($0)" }).joined(separator: "\n")
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
