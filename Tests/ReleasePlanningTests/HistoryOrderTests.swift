import ReleasePlanning
import Testing

@Suite("The order in which commits are told")
struct HistoryOrderTests {
  private func name(_ number: Int) throws -> CommitName {
    let digits = String(number)
    return try #require(CommitName(String(repeating: "0", count: 40 - digits.count) + digits))
  }

  /// The numbers of commits in order; each is given by its number, its parents, and its date.
  private func order(_ commits: [(Int, [Int], Int64)]) throws -> [Int] {
    let places = HistoryOrder.places(
      of: try commits.map { .init(try name($0.0), parents: try $0.1.map(name), date: $0.2) })
    return places.map { commits[$0].0 }
  }

  @Test func `a line is told from its end, whatever the dates`() throws {
    #expect(try order([(1, [], 50), (2, [1], 10), (3, [2], 30)]) == [3, 2, 1])
  }

  @Test func `of two branches the later commit comes first, but never before what follows from it`() throws {
    let commits: [(Int, [Int], Int64)] = [
      (1, [], 1), (2, [1], 20), (3, [1], 10), (4, [3], 30), (5, [2, 4], 40), (6, [5], 5),
    ]
    #expect(try order(commits) == [6, 5, 4, 2, 3, 1])
  }

  @Test func `commits of one moment come by their names, in whatever order they were given`() throws {
    let commits: [(Int, [Int], Int64)] = [(4, [1, 2, 3], 7), (1, [], 7), (3, [], 7), (2, [], 7)]
    #expect(try order(commits) == [4, 3, 2, 1])
    #expect(try order(commits.reversed()) == [4, 3, 2, 1])
  }

  @Test func `a parent outside of the range decides nothing`() throws {
    #expect(try order([(2, [9], 1), (1, [8], 2)]) == [1, 2])
  }
}
