/// Returns how many insertions, deletions, substitutions and swaps of neighbours make one word the other, no
/// part being edited twice (optimal string alignment, Damerau 1964).
package func editDistance(from source: String, to target: String) -> Int {
  let source = Array(source.unicodeScalars)
  let target = Array(target.unicodeScalars)
  var beforeLast: [Int] = []
  var last = Array(0...target.count)
  for row in source.indices {
    var current = [row + 1]
    for column in target.indices {
      let isSame = source[row] == target[column]
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, source[row] == target[column - 1], source[row - 1] == target[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[target.count]
}

/// Returns the candidate that a mistyped word most likely means, the first of the nearest: at most two edits
/// away, and fewer than would replace every letter.
package func nearest(to word: String, among candidates: [String]) -> String? {
  // Nothing of more than twice the longest candidate can be near; an argument can be megabytes.
  guard word.utf8.count <= 256 else { return nil }
  let near = candidates.lazy.map { (distance: editDistance(from: word, to: $0), candidate: $0) }
    .filter { $0.distance <= 2 && $0.distance < min(letters(in: word), letters(in: $0.candidate)) }
  return near.min { $0.distance < $1.distance }?.candidate
}

/// Counts what is not the dashes of a flag, so that `-x` is not near to every other short flag.
private func letters(in word: String) -> Int { word.unicodeScalars.drop { $0 == "-" }.count }
