import ConventionalCommits
import Foundation
import ReleasePlanning
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

/// The name of the commit of a number: the first after the base is 1.
func id(_ number: Int) -> String { String(Digest.sha256(Array("\(number)".utf8)).hex.prefix(40)) }

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
  var isShallow = false
  var asked: Version?
  var author = "Ada"

  var plan: VersionPlan {
    get throws {
      let planner = VersionPlanner(policy: policy, channel: channel)
      let reachable = tags.map { (name: $0, commit: id(0)) }
      let facts = VersionPlanner.Facts(
        head: id(messages.count), isShallow: isShallow, reachableTags: reachable,
        allTags: reachable + otherTags.map { (name: $0, commit: id(99)) },
        base: planner.base(among: reachable), commits: commits, asked: asked)
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

  private var commits: [CommitRecord] {
    messages.enumerated().reversed().map { index, message in
      let text = (1...9).reduce(message) { $0.replacingOccurrences(of: "{\($1)}", with: id($1)) }
      return CommitRecord(
        id: id(index + 1), authorName: author, authorEmail: "ada@example.org",
        committedAt: Timestamp(secondsSinceEpoch: Int64(index)), message: CommitMessage(parsing: text))
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
