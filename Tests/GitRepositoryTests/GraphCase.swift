import ConventionalCommits
import Effects
import Foundation
import ReleasePlanning
import SemanticVersions
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

extension GitSandbox {
  /// Plans the next version of the head of `work` from what git tells.
  func plan(_ planner: VersionPlanner = VersionPlanner(policy: VersionPolicy())) throws -> VersionPlan {
    let head = try repository().commit("HEAD")
    let reachable = try repository().tags(planner.pattern.glob, mergedInto: head).map {
      (name: $0.name, commit: $0.commit)
    }
    let all = try repository().tags(planner.pattern.glob).map { (name: $0.name, commit: $0.commit) }
    let base = planner.base(among: reachable)
    let commits = try repository().commits(from: base?.commit, to: head).map { commit in
      CommitRecord(
        id: commit.id, authorName: commit.authorName, authorEmail: commit.authorEmail,
        committedAt: commit.committedAt, message: CommitMessage(parsing: commit.message),
        parentCount: commit.parents.count)
    }
    let isShallow = try repository().facts().isShallow
    return try planner.plan(
      .init(
        head: head, isShallow: isShallow, reachableTags: reachable, allTags: all, base: base, commits: commits
      ))
  }
}
