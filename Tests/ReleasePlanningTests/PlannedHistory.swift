import ConventionalCommits
import Foundation
import ReleasePlanning
import ReleaseSigning
import SemanticVersions
import Testing

/// The name of the commit of a number: the first after the base is 1.
func id(_ number: Int) -> String { String(Digest.sha256(Array("\(number)".utf8)).hex.prefix(40)) }

/// The same as a name.
func name(_ number: Int) -> CommitName { CommitName(id(number)) ?? .none }

/// A history since a release, as facts for a planner.
struct PlannedHistory {
  /// The messages, oldest first; `{1}` in one stands for the name of the first.
  var messages: [String] = []
  /// The tags that the head reaches; the base is the highest among them.
  var tags: [String] = ["v1.0.0"]
  /// Tags elsewhere.
  var otherTags: [String] = []
  var channel = Channel.stable
  var policy = VersionPolicy()
  var isCutOff = false
  var asked: Version?
  /// The rules that leave commits out, and the places of corrections, by the numbers of the commits.
  var exclusions: [Int: CommitReading.Exclusion] = [:]
  var corrections: [Int: CommitReading.Correction] = [:]

  var plan: VersionPlan {
    get throws {
      let planner = VersionPlanner(policy: policy, channel: channel)
      let reachable = releases(tags, on: id(0), planner)
      var facts = VersionPlanner.Facts(
        head: name(messages.count), isCutOff: isCutOff, reachable: reachable,
        all: reachable + releases(otherTags, on: id(99), planner),
        base: highest(reachable.filter(planner.mayCountFrom)), commits: commits, asked: asked)
      facts.stable = highest(reachable.filter { !$0.version.isPrerelease })
      return try planner.plan(facts)
    }
  }

  var refusal: PlanRefusal? {
    do {
      _ = try plan
      return nil
    } catch let refusal as PlanRefusal { return refusal } catch { return nil }
  }

  /// What became of each commit, oldest first.
  var outcomes: [AccountedCommit.Outcome] { get throws { try plan.commits.map(\.outcome).reversed() } }

  private func releases(_ tags: [String], on commit: String, _ planner: VersionPlanner) -> [ReleaseTag] {
    tags.compactMap { ReleaseTag($0, commit: commit, pattern: planner.pattern) }
  }

  private func highest(_ releases: [ReleaseTag]) -> ReleaseTag? { releases.max { $0.version < $1.version } }

  var commits: [CommitReading] {
    messages.enumerated().reversed().map { index, message in
      let text = (1...9).reduce(message) { $0.replacingOccurrences(of: "{\($1)}", with: id($1)) }
      return CommitReading(
        id: name(index + 1), parents: [name(index)], message: CommitMessage(parsing: text),
        exclusion: exclusions[index + 1], correction: corrections[index + 1])
    }
  }
}

/// The message that git writes for the revert of a commit.
func revert(_ number: Int, _ subject: String = "x") -> String {
  "Revert \"\(subject)\"\n\nThis reverts commit {\(number)}."
}

/// The message that git writes for the revert of a revert.
func reapply(_ number: Int, _ subject: String = "x") -> String {
  "Reapply \"\(subject)\"\n\nThis reverts commit {\(number)}."
}
