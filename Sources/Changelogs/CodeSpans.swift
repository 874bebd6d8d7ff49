/// The code spans of a line: runs of backticks that are closed by a run of the same length (CommonMark 6.1).
struct CodeSpans {
  private var spans: [Int: Range<Int>] = [:]

  init(in bytes: [UInt8]) {
    let runs = Self.runs(in: bytes)
    // From the end, so that each run knows the next one of its length, and long lines stay linear.
    var nextOfLength: [Int: Int] = [:]
    for run in runs.reversed() {
      if let closer = nextOfLength[run.count] { spans[run.lowerBound] = run.lowerBound..<closer }
      nextOfLength[run.count] = run.upperBound
    }
  }

  /// Returns the code span that begins here, with its backticks.
  func span(at index: Int) -> Range<Int>? { spans[index] }

  private static func runs(in bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "`") {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }
}
