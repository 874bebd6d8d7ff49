import ArgumentSyntax
import Testing

@Suite("Nearest words")
struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("verify", "verify", 0), ("verfiy", "verify", 1), ("verif", "verify", 1),
    ("vverify", "verify", 1), ("varify", "verify", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("ca", "abc", 3),
  ])
  func `edits are counted, a swap of neighbours as one`(_ source: String, _ target: String, _ distance: Int) {
    #expect(editDistance(from: source, to: target) == distance)
    #expect(editDistance(from: target, to: source) == distance)
  }

  @Test func `the nearest of several is meant`() {
    #expect(nearest(to: "promot", among: ["promo", "promote", "prompt"]) == "promo")
    #expect(nearest(to: "statuz", among: ["state", "status"]) == "status")
  }

  @Test(arguments: ["", "x", "zz", "rollback", "ab"])
  func `a word that would be replaced altogether means nothing`(_ word: String) {
    #expect(nearest(to: word, among: ["cd", "sign", "y"]) == nil)
  }

  @Test func `a short flag is not near to every other one`() {
    #expect(nearest(to: "-x", among: ["-k", "-q"]) == nil)
    #expect(nearest(to: "--kye", among: ["-k", "--key"]) == "--key")
  }

  @Test func `an endless word is not compared`() {
    #expect(nearest(to: String(repeating: "a", count: 10_000_000), among: ["a"]) == nil)
  }
}
