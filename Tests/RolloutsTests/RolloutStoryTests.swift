import ReleaseManifests
import Rollouts
import Testing

/// A target that does as it is told, or not.
private struct FakeTarget {
  var running: ReleaseReference?
  var takesNew = true
  var takesOld = true
  var isHealthy: (ReleaseReference?) -> Bool = { _ in true }
  private(set) var told: [String] = []

  mutating func observe(_ decision: Decision) -> Observation {
    switch decision {
    case .identify: return .running(running?.running)
    case .apply(let release): return put(release, takesNew, "apply")
    case .restore(let release): return put(release, takesOld, "restore")
    case .check:
      told.append("check")
      return .checked([CheckResult(isHealthy(running) ? .pass : .fail)])
    case .end: return .none
    }
  }

  private mutating func put(_ release: ReleaseReference?, _ works: Bool, _ verb: String) -> Observation {
    told.append(verb)
    guard works else { return .failed(reason: verb) }
    running = release
    return .applied
  }

  mutating func drive(_ start: Rollout) -> Rollout.Outcome? {
    var rollout = start
    var decision = rollout.decide(.none)
    for _ in 0..<12 {
      if case .end(let outcome) = decision { return outcome }
      decision = rollout.decide(observe(decision))
    }
    return nil
  }
}

@Suite("Rollouts against a target")
struct RolloutStoryTests {
  private let promotion = Rollout(.promotion, to: .intended, fallback: .fallback)

  @Test func `a promotion applies, identifies and checks`() {
    var target = FakeTarget(running: .fallback)
    #expect(target.drive(promotion) == .succeeded)
    #expect(target.told == ["apply", "check"])
  }

  @Test func `a release that runs already is applied again, since its service may not have taken notice`() {
    var target = FakeTarget(running: .intended)
    #expect(target.drive(promotion) == .succeeded)
    #expect(target.told == ["apply", "check"])
  }

  @Test func `a release that fails its checks gives way to the one before`() {
    var target = FakeTarget(running: .fallback, isHealthy: { $0 == .fallback })
    #expect(target.drive(promotion) == .restored(.checks([CheckResult(.fail)])))
    #expect(target.running == .fallback)
    #expect(target.told == ["apply", "check", "restore", "check"])
  }

  @Test func `a first release that fails its checks leaves nothing running`() {
    var target = FakeTarget(running: nil, isHealthy: { _ in false })
    let outcome = target.drive(Rollout(.promotion, to: .intended, fallback: nil))
    #expect(outcome == .restored(.checks([CheckResult(.fail)])))
    #expect(target.running == nil)
  }

  @Test func `when neither release is healthy a person must look`() {
    var target = FakeTarget(running: .fallback, isHealthy: { _ in false })
    let failure = Rollout.Failure.checks([CheckResult(.fail)])
    #expect(target.drive(promotion) == .stopped(failure, restoring: failure))
  }

  @Test func `when the return fails both reasons are told`() {
    var target = FakeTarget(running: .fallback, takesNew: false, takesOld: false)
    #expect(
      target.drive(promotion) == .stopped(.apply(reason: "apply"), restoring: .apply(reason: "restore")))
  }

  @Test(arguments: [true, false], [true, false])
  func `every rollout ends within a dozen steps`(takesNew: Bool, takesOld: Bool) {
    for start in Exploration.all.map(\.start) {
      for running in [nil, .intended, .fallback, .other] as [ReleaseReference?] {
        for isHealthy in [true, false] {
          var target = FakeTarget(
            running: running, takesNew: takesNew, takesOld: takesOld, isHealthy: { _ in isHealthy })
          #expect(target.drive(start) != nil)
        }
      }
    }
  }
}
