/// References in their order, each issue once.
struct ReferenceList {
  private(set) var references: [IssueReference] = []
  private var places: [String: Int] = [:]

  init(_ references: [IssueReference] = []) {
    references.forEach { add($0) }
  }

  /// Adds a reference; of an issue that is already there only an action that was missing is taken over.
  mutating func add(_ reference: IssueReference) {
    if let place = places[reference.text] {
      if references[place].action == nil { references[place] = reference }
    } else {
      places[reference.text] = references.count
      references.append(reference)
    }
  }
}
