internal import ConventionalCommits
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// A replayed history as people and programs read it.
struct ReplayReport: Sendable {
  private let replay: HistoryReplay
  private let releases: [ReplayedRelease]
  private let history: History
  private let project: String

  init(_ replay: HistoryReplay, history: History, project: String) {
    self.replay = replay
    self.history = history
    self.project = project
    releases = replay.replayed(by: history.planner)
  }

  func answer(fitting: Bool) -> Answer {
    let differences = releases.filter { !$0.agrees }.prefix(Self.shown).map(explanation)
    let fits = fitting ? PolicyFit.ranked(replay, by: history.planner) : []
    let lines = [summary] + differences.flatMap(\.lines) + more + fits.enumerated().map(Self.line)
    return Answer(lines: lines) { document(differences, fits) }
  }

  /// How many differences are told in full.
  private static let shown = 10

  private var agreed: Int { releases.count(where: \.agrees) }

  private var summary: String {
    guard !releases.isEmpty else { return "there is no release with one before it" }
    return "\(agreed) of \(releases.count) releases come out as they were published"
  }

  private var more: [String] {
    let rest = releases.count - agreed - Self.shown
    return rest > 0 ? ["  … and \(rest) more"] : []
  }

  private static func line(_ rank: Int, _ fit: PolicyFit) -> String {
    (rank == 0 ? "best: " : "      ") + "\(fit.agreed) of \(fit.total) with \(fit.settings)"
  }

  private func document(_ differences: [Explanation], _ fits: [PolicyFit]) -> JSONObject {
    var object: JSONObject = ["project": .string(project)]
    object["component"] = JSONValue(history.planner.component?.name)
    object["agreed"] = JSONValue(agreed)
    object["total"] = JSONValue(releases.count)
    object["releases"] = .array(releases.map(Self.release))
    object["differences"] = .array(differences.map { .object($0.document) })
    if let best = fits.first {
      object["best"] = .object(best.document)
      object["fits"] = .array(fits.map { .object($0.document) })
    }
    return object
  }

  private static func release(_ release: ReplayedRelease) -> JSONValue {
    [
      "from": .string(release.base.version.description), "tag": .string(release.tag.name),
      "published": .string(release.tag.version.description),
      "derived": JSONValue(release.derived?.description), "agrees": .bool(release.agrees),
    ]
  }

  /// Why a release comes out otherwise: the plan that would be made at its commit today.
  private struct Explanation {
    let release: ReplayedRelease
    let reasons: [AccountedCommit]
    let refusal: String?

    var lines: [String] {
      let derived = release.derived.map { "\($0)" } ?? refusal ?? "no release"
      return ["  \(release.tag.name) after \(release.base.name): derived \(derived)"]
        + reasons.map {
          "    \(PlanWording.short($0.commit.id))  \($0.commit.subject)  (\(PlanWording.because($0)))"
        }
    }

    var document: JSONObject {
      [
        "tag": .string(release.tag.name), "refused": JSONValue(refusal),
        "reasons": .array(
          reasons.map {
            [
              "commit": .string($0.commit.id.description), "subject": .string($0.commit.subject),
              "bump": .string($0.bump.rawValue), "because": .string(PlanWording.because($0)),
            ]
          }),
      ]
    }
  }

  private func explanation(of release: ReplayedRelease) -> Explanation {
    do throws(PlanRefusal) {
      let plan = try replay.plan(of: release, by: history.planner)
      // Where nothing moves the version, what was there and why it does not is the reason.
      let reasons = plan.reasons.isEmpty ? plan.commits : plan.reasons
      return Explanation(release: release, reasons: Array(reasons.prefix(3)), refusal: nil)
    } catch {
      let problem = PlanRefusalWording.diagnostic(of: error).problem
      return Explanation(release: release, reasons: [], refusal: problem)
    }
  }
}
