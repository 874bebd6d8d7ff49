/// Finds the word that was probably meant.
enum Spelling {
  /// Returns the candidate nearest to a word, when it is near enough to be a slip of the fingers: at most two
  /// letters changed, left out, added or swapped with their neighbour, and at most every second one.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let length = word.utf8.count
    guard length <= longest else { return nil }
    let ranked = candidates.map { (word: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= 2 && best.distance * 2 <= length ? best.word : nil
  }

  /// Longer words are no misspelled types, and the table grows with the length.
  private static let longest = 24

  /// The optimal string alignment distance, row by row.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous: [Int] = []
    var row = Array(0...right.count)
    for i in left.indices {
      (previous, row) = (row, nextRow(i, left, right, previous, row))
    }
    return row[right.count]
  }

  private static func nextRow(_ i: Int, _ left: [UInt8], _ right: [UInt8], _ beforeLast: [Int], _ last: [Int])
    -> [Int]
  {
    var row = [i + 1]
    for j in right.indices {
      let isSame = left[i] == right[j]
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (isSame ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    return row
  }
}
