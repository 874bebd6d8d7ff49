import Effects
import Foundation
import TestSupport
import Testing
import WorldSupport

/// A history as a recipe, and the version that follows from it.
struct GraphCase: Decodable, CustomTestStringConvertible {
  let name: String
  let steps: [String]
  let expectedNext: String?

  var testDescription: String { name }

  static var all: [GraphCase] {
    get throws {
      struct File: Decodable { let cases: [GraphCase] }
      return try SharedCases.decode(File.self, "graph-cases.json").cases
    }
  }

  /// Builds the history, an hour between steps.
  func build() throws -> GitSandbox {
    let git = try GitSandbox()
    for (hour, step) in steps.enumerated() { try perform(step, at: hour, in: git) }
    return git
  }

  private func perform(_ step: String, at hour: Int, in git: GitSandbox) throws {
    let words = step.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words[1].components(separatedBy: "||")
    let last = words[1].split(separator: " ", maxSplits: 1).map(String.init)
    let moment =
      "export GIT_AUTHOR_DATE='\(1_700_000_000 + 3600 * hour) +0000' GIT_COMMITTER_DATE='\(1_700_000_000 + 3600 * hour) +0000';"
    switch words[0] {
    case "c", "cb": try git.commit(rest.joined(separator: "\n\n"), at: hour)
    case "tag": try git.work("git tag \(words[1])")
    case "atag": try git.work("\(moment) git tag -a -m 'release' \(words[1])")
    case "branch": try git.work("git checkout -q -b \(words[1])")
    case "orphan": try git.work("git checkout -q --orphan \(words[1])")
    case "checkout": try git.work("git checkout -q \(words[1])")
    case "revert":
      try git.work(
        "\(moment) git revert --no-edit --allow-empty \(words[1]) 2>/dev/null || git commit -q --allow-empty -m \"$(\(revertMessage(words[1])))\""
      )
    case "merge", "mergeb", "mergeu":
      try git.scratch.write("message", last[1].replacingOccurrences(of: "||", with: "\n\n"))
      try git.work("\(moment) git merge -q --no-ff --allow-unrelated-histories -F ../message \(last[0])")
    default: throw UnknownStep(step: step)
    }
  }

  /// Git refuses to revert a commit without changes; these are the words that it would have used.
  private func revertMessage(_ revision: String) -> String {
    "git log -1 --format='Revert \"%s\"%n%nThis reverts commit %H.' \(revision)"
  }

  struct UnknownStep: Error { let step: String }
}

/// What `release plan --json` says.
struct PlanAnswer: Decodable {
  struct Problem: Decodable { let code: String }
  struct Commit: Decodable { let subject, outcome, because: String }
  let next: String?
  let current: String?
  let commit_count: Int?
  let commits: [Commit]?
  let error: Problem?
}

extension GitSandbox {
  /// The world of a command that works in `work`.
  func world(in folder: String = "work") -> World {
    World(
      files: LiveFiles(), subprocesses: Scratch.programs, network: NoNetwork(), clock: LiveClock(),
      environment: environment, directory: scratch.at(folder), readInput: { _ in [] })
  }

  /// Plans the next version of the head of `work`.
  func plan(_ words: [String] = [], in folder: String = "work") async throws -> PlanAnswer {
    let ended = await release(["plan", "--json"] + words, in: world(in: folder))
    return try JSONDecoder().decode(PlanAnswer.self, from: Data(ended.output.utf8))
  }

  /// Writes a configuration beside the repository and returns the words that name it.
  func configured(_ text: String) throws -> [String] {
    try scratch.write("release.json", text)
    return ["--config", scratch.at("release.json")]
  }
}
