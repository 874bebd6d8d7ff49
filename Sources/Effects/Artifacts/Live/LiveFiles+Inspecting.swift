extension LiveFiles {
  package func inspect(
    _ folder: String, for wanted: [WantedFile], surplus search: SurplusSearch?
  ) throws(FileError) -> FolderInspection {
    var root = try Descriptor(opening: folder, Descent.passage)
    defer { root.shut() }
    let number = root.number
    let turns = largestFirst(wanted, below: number)
    let findings = Processors.map(turns, with: { FileReader(below: number) }) { reader, place in
      Result { () throws(FileObstacle) in try reader.read(wanted[place]) }
    }
    let surplus = search.map { SurplusWalk($0, below: number, beside: wanted.map(\.path)).surplus() }
    return FolderInspection(findings: findings, surplus: surplus)
  }

  /// The order in which no processor is left alone with a large file at the end.
  private func largestFirst(_ wanted: [WantedFile], below root: Int32) -> [Int] {
    let descent = Descent(root: root)
    let sizes = wanted.map { $0.size ?? descent.size(of: $0.path) }
    return wanted.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }
}
