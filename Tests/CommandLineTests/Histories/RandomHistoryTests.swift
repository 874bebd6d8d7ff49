import Foundation
import Testing
import WorldSupport

/// A history of branches and merges that a seed decides.
private struct RandomHistory {
  private var state: UInt64
  /// The parents of each commit, by number from 1 on.
  private var parents: [[Int]] = [[]]
  private var script = ""
  private var version = 1

  init(seed: UInt64, commits: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for number in 1...commits { add(number) }
    script += "reset refs/heads/main\nfrom :\(commits)\n\n"
  }

  /// What `git fast-import` reads.
  var stream: String { script }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func add(_ number: Int) {
    let message = ["feat: a", "fix: b", "docs: c", "feat!: d", "plain"][below(5)]
    script +=
      "commit refs/heads/scratch\nmark :\(number)\ncommitter A <a@b> \(1_600_000_000 + below(9_000)) +0000\n"
    script += "data \(message.utf8.count)\n\(message)\n"
    // A few roots, many merges, dates in no order.
    var chosen: [Int] = []
    if number > 1, below(25) > 0 {
      chosen = (0...[0, 0, 0, 1, 1, 2][below(6)]).map { _ in max(1, number - 1 - below(min(number - 1, 12))) }
    }
    for (place, parent) in Set(chosen).sorted(by: >).enumerated() {
      script += place == 0 ? "from :\(parent)\n" : "merge :\(parent)\n"
    }
    script += chosen.isEmpty ? "deleteall\n\n" : "\n"
    guard below(9) == 0 else { return }
    // Now and then two or three releases of one commit.
    repeat {
      script += "reset refs/tags/v1.\(version).\(below(3))\nfrom :\(number)\n\n"
      version += 1
    } while below(4) == 0
  }
}

@Suite("Histories of any shape")
struct RandomHistoryTests {
  private struct Replay: Decodable {
    struct Release: Decodable { let from, tag: String }
    let releases: [Release]
  }

  private func built(_ seed: UInt64) throws -> GitSandbox {
    let git = try GitSandbox()
    try git.scratch.write("stream", RandomHistory(seed: seed, commits: 120).stream)
    try git.work("git fast-import --quiet <../stream 2>/dev/null; git symbolic-ref HEAD refs/heads/main")
    return git
  }

  /// The highest version among tags; `git` sorts by version, and all are plain ones.
  private func highest(_ names: [String]) -> String? { names.first { $0.hasPrefix("v1.") } }

  @Test(arguments: UInt64(1)...12)
  func `base and commits are those that git names`(seed: UInt64) async throws {
    let git = try built(seed)
    let plan = try await git.plan(["--release-as", "9.0.0"])
    let tags = try git.work("git tag --merged HEAD --sort=-version:refname").split(separator: "\n").map(
      String.init)
    let base = highest(tags)
    #expect(plan.current.map { "v\($0)" } == base)
    let commits = try git.work("git rev-list --count \(base.map { "\($0).." } ?? "")HEAD")
    #expect(plan.commit_count == Int(commits))
    #expect(plan.commits?.count == Int(commits))
  }

  @Test(arguments: UInt64(1)...6)
  func `every release of a replay counts from what git says it reaches`(seed: UInt64) async throws {
    let git = try built(seed)
    let ended = await release(["plan", "--replay", "--json"], in: git.world())
    let replay = try JSONDecoder().decode(Replay.self, from: Data(ended.output.utf8))
    let all = try git.work("git tag").split(separator: "\n").map(String.init)
    var expected: [String: String] = [:]
    for tag in all {
      // What its parents reach; a root reaches nothing.
      let parents = try git.work("git rev-parse \(tag)^@").split(separator: "\n")
      let reached = try parents.flatMap { parent in
        try git.work("git tag --merged \(parent)").split(separator: "\n").map(String.init)
      }
      let order = try git.work("git tag --sort=-version:refname").split(separator: "\n").map(String.init)
      expected[tag] = order.first { reached.contains($0) }
    }
    #expect(Dictionary(uniqueKeysWithValues: replay.releases.map { ($0.tag, "v\($0.from)") }) == expected)
  }

  private func releases(_ words: [String], in git: GitSandbox) async throws -> [String: NSDictionary] {
    let ended = await release(["changelog", "--json"] + words, in: git.world())
    let document = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
    let releases = try #require(document?["releases"] as? [NSDictionary], "\(ended.everything)")
    return Dictionary(uniqueKeysWithValues: releases.map { ($0["tag"] as? String ?? "", $0) })
  }

  @Test(arguments: UInt64(20)...27)
  func `a release is told alone as it is told among all`(seed: UInt64) async throws {
    let git = try built(seed)
    let all = try await releases(["--full"], in: git)
    #expect(all.count > 1)
    for (tag, told) in all {
      let alone = try await releases(tag.isEmpty ? ["--unreleased"] : ["--tag", tag], in: git)
      let differing = told.allKeys.filter { alone[tag]?[$0] as? NSObject != told[$0] as? NSObject }
      #expect(differing.isEmpty, "\(tag): \(differing)")
    }
  }
}
