import ConventionalCommits
import Foundation
import Testing

@Suite("Commit messages of any bytes")
struct CommitRobustnessTests {
  /// A generator with a seed (SplitMix64), so that a failure can be repeated.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return bits ^ (bits >> 31)
    }
  }

  static let pieces: [[UInt8]] =
    [
      "feat", "(", ")", "!", ":", " ", "\n", "\r\n", "\n\n", "BREAKING CHANGE", "BREAKING-CHANGE: ",
      "Refs #1", "```",
      "~~~", "<details>", "</details>", "<blockquote", "Key: v", "- ", "> ", "é", "\u{301}", "\u{A0}", "\t",
      "#", "\0",
      "This reverts commit 0123456", "\n* ", "fix: a\n", "BEGIN_NESTED_COMMIT\n", "END_NESTED_COMMIT\n",
      "---------\n",
      "Squashed commit of the following:\n", "\ncommit 0123456\n", "    ", "Signed-off-by: Z\n",
      "Merged PR 1: ", "Revert \"", "Reapply \"", "\\\"", "\" (#1)", "Reverts #1\n", "\nReverts o/r#1",
      "Refs: 0123456, ",
      "This reverts commits 0123456 and 7654321", "This reverts merge request !1", "Release-As: 1\n",
      "revert: x\n",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80]]

  private func scramble(_ dice: inout Dice) -> [UInt8] {
    (0..<Int.random(in: 0...24, using: &dice)).flatMap { _ in Self.pieces.randomElement(using: &dice) ?? [] }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `no body changes the header`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<1000 {
      let message = CommitMessage(parsing: Array("fix(a): b\n".utf8) + scramble(&dice))
      #expect(
        message.subject == "fix(a): b" && message.header?.type == "fix" && message.header?.description == "b")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `the same text is found again in its parts`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<1000 {
      let bytes = scramble(&dice)
      let (message, again) = (
        CommitMessage(parsing: bytes), CommitMessage(parsing: String(decoding: bytes, as: UTF8.self))
      )
      #expect(message == again)
      #expect(message.header != nil || !message.isBreaking)
      #expect(message.isBreaking || !CommitMessage(parsing: bytes, strict: true).isBreaking)
      #expect(CommitLint().isValid(message) || message.header == nil)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `what planning asks for is told of any bytes`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<1000 {
      let bytes = scramble(&dice)
      let (message, strict) = (CommitMessage(parsing: bytes), CommitMessage(parsing: bytes, strict: true))
      #expect(message.kind == strict.kind && message.kind.type == message.header?.type)
      #expect(message.kind.takesBack == !message.revertedCommits.isEmpty)
      #expect(message.isBreaking == message.kind.breaking.counts(strict: false))
      #expect(strict.isBreaking == message.kind.breaking.counts(strict: true))
      #expect(Set(message.reversals).count == message.reversals.count)
      #expect(message.revertedCommits.allSatisfy { message.reversals.contains(.commit($0.lowercased())) })
      #expect(message.quotedKind == nil || !message.takesSomethingBack)
      #expect(message.releaseAs == message.footers(named: "Release-As").last.map { firstLine($0.value) })
      #expect(message.pullRequest?.allSatisfy(\.isWholeNumber) != false)
    }
  }

  private func firstLine(_ text: String) -> String {
    let line = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `taking apart yields messages and loses no breaking change`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<1000 {
      let message = CommitMessage(parsing: Array("fix(a): b\n\n".utf8) + scramble(&dice))
      let parts = message.squashedMessages
      #expect(parts.first?.header == message.header && parts.allSatisfy { $0.header != nil })
      #expect(parts.allSatisfy { $0.squashedMessages == [$0] })
      #expect(!message.isBreaking || parts.contains { $0.isBreaking })
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a message of any bytes stands for at least one`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<1000 {
      let message = CommitMessage(parsing: scramble(&dice))
      let parts = message.squashedMessages
      #expect(parts == [message] || (!parts.isEmpty && parts.allSatisfy { $0.header != nil }))
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `taking apart loses no text`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<1000 {
      let bytes = Array("fix(a): b\n\n".utf8) + scramble(&dice)
      let (text, parts) = (
        String(decoding: bytes, as: UTF8.self), CommitMessage(parsing: bytes).squashedMessages
      )
      // What `git log` says about a commit beside its message is no text of anybody.
      guard !text.contains("Squashed commit") else { continue }
      #expect(parts.map(names).reduce(0, +) == text.utf8.count { $0 == UInt8(ascii: "Z") })
    }
  }

  /// The number of names, which are all `Z`, in a message.
  private func names(_ message: CommitMessage) -> Int {
    ([message.subject, message.body ?? ""] + message.footers.map(\.value)).joined().utf8
      .count { $0 == UInt8(ascii: "Z") }
  }

  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      "x", "\n", " ", "a\n", "Key: v\n", "BREAKING CHANGE: y\n", "\nBREAKING CHANGE: y\n", "```\n",
      "<details>", "<", "\r", "T", "(",
      "This reverts commit ", "* fix: a\n", "\nfix: a\n", "\nBEGIN_NESTED_COMMIT\nfix: a\n",
      "* fix: a\n---------\n",
      "\nSquashed commit of the following:\n\ncommit 0123456\n\n    fix: a\n", "* fix: a\nSigned-off-by: Z\n",
      "- Breaking Change: y\n", "`", "é", "Revert \"", "Reapply \\\"", "v", "\nReverts #1",
      "This reverts commits 0123456,",
      "This reverts merge request !", " (#1)", "* fix: x (#1)\n", "\u{2003}", "0",
    ])
  func `reading takes time in proportion to the length`(unit: String) {
    let (small, large) = (time(unit, bytes: 1 << 11), time(unit, bytes: 1 << 15))
    // Sixteen times the text: a square would take 256 times as long. The allowance is for a busy machine.
    #expect(large < max(small, .milliseconds(2)) * 100)
  }

  /// The shortest of three runs over a message of repetitions, in the header and below it.
  private func time(_ unit: String, bytes: Int) -> Duration {
    let repeated = String(repeating: unit, count: bytes / unit.utf8.count)
    let texts = ["fix: x\n\n" + repeated, repeated]
    return (0..<3).map { _ in ContinuousClock().measure { texts.forEach(read) } }.min() ?? .zero
  }

  private func read(_ text: String) {
    let message = CommitMessage(parsing: text)
    _ = (CommitLint().problems(in: message), BumpRules().verdict(on: message), message.squashedMessages)
    _ = (message.reversals, message.quotedKind, message.releaseAs, message.pullRequest)
  }
}
