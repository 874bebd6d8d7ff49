import ReleaseManifests
import Rollouts
import Testing

@Suite("Rollout decisions, explored whole")
struct RolloutTests {
  @Test(arguments: Exploration.all)
  func `nothing but the intended release is applied and nothing but the fallback restored`(_ all: Exploration)
  {
    for step in all.steps {
      switch step.decision {
      case .apply(let release): #expect(release == .intended)
      case .restore(let release): #expect(release == all.start.fallback)
      case .check(let release): #expect([.intended, all.start.fallback].contains(release))
      case .identify, .end: break
      }
    }
  }

  @Test(arguments: Exploration.all)
  func `every state can still come to an end`(_ all: Exploration) {
    let steps = all.steps
    #expect(all.statesThatCanEnd(steps) == Set(steps.map(\.before)))
    #expect(steps.count > 100)
  }

  @Test(arguments: Exploration.all)
  func `an end stays that end whatever is observed`(_ all: Exploration) {
    for step in all.steps {
      guard let outcome = step.before.outcome else { continue }
      #expect(step.after == step.before)
      #expect(step.decision == .end(outcome))
    }
  }

  @Test(arguments: Exploration.all)
  func `an observation that does not belong to the phase asks for the same again`(_ all: Exploration) {
    for step in all.steps where step.after == step.before {
      var again = step.before
      #expect(again.decide(.none) == step.decision || step.before.phase == .planned)
    }
  }

  @Test(arguments: Exploration.all)
  func `success follows passed checks on a target that said it runs the intended release`(_ all: Exploration)
  {
    for step in all.steps where step.after.outcome == .succeeded && !step.before.isEnded {
      #expect(step.before.phase == .checking)
      #expect(step.observation.isHealthy)
    }
    for step in all.steps where step.after.phase == .checking && step.before.phase != .checking {
      #expect(step.before.phase == .identifying)
      #expect(step.observation.runs(.intended))
    }
  }

  @Test(arguments: Exploration.all)
  func `what was applied or restored is identified before anything else`(_ all: Exploration) {
    for step in all.steps where step.observation == .applied && step.after != step.before {
      if step.before.phase != .planned { #expect(step.decision == .identify) }
    }
  }

  @Test(arguments: Exploration.promotions)
  func `a return counts only when the fallback was identified and checked`(_ all: Exploration) {
    for step in all.steps {
      guard case .restored? = step.after.outcome, !step.before.isEnded else { continue }
      switch step.before.phase {
      case .checkingRestored: #expect(step.observation.isHealthy)
      case .identifyingRestored:
        #expect(all.start.fallback == nil)
        #expect(step.observation == .running(nil))
      default: Issue.record("restored straight from \(step.before.phase)")
      }
    }
  }

  @Test(arguments: Exploration.promotions)
  func `a fallback that runs again is checked`(_ all: Exploration) {
    for step in all.steps {
      guard case .identifyingRestored = step.before.phase, step.observation.runs(all.start.fallback) else {
        continue
      }
      #expect(all.start.fallback.map { step.decision == .check($0) } ?? step.after.isEnded)
    }
  }

  @Test(arguments: Exploration.promotions)
  func `a failure that comes after the target was touched goes back`(_ all: Exploration) {
    for step in all.steps where !step.before.isOnItsWayBack {
      guard case .stopped? = step.after.outcome, !step.before.isEnded else { continue }
      Issue.record("stopped in \(step.before.phase) by \(step.observation) without a way back")
    }
  }

  @Test(arguments: Exploration.rollbacks)
  func `a rollback is never rolled back`(_ all: Exploration) {
    for step in all.steps {
      #expect(!step.after.isOnItsWayBack)
      if case .restore = step.decision {
        Issue.record("\(step.before.phase) restores on \(step.observation)")
      }
    }
  }

  @Test(arguments: Exploration.rollbacks)
  func `a rollback does not heed an abort`(_ all: Exploration) {
    for step in all.steps where step.observation == .abort && step.before.phase != .planned {
      #expect(step.after == step.before)
    }
  }

  @Test(arguments: Exploration.promotions)
  func `an abort goes back from every phase that goes forward`(_ all: Exploration) {
    for step in all.steps where step.observation == .abort {
      if step.before.isEnded || step.before.isOnItsWayBack {
        #expect(step.after == step.before)
      } else {
        #expect(step.after.phase == .restoring(.aborted))
        #expect(step.decision == .restore(all.start.fallback))
      }
    }
  }

  @Test(arguments: Exploration.promotions)
  func `a return that is stopped says why it began`(_ all: Exploration) {
    for step in all.steps {
      guard case .stopped(let failure, restoring: let restoring)? = step.after.outcome else { continue }
      if case .restoring(let first) = step.before.phase {
        #expect(failure == first)
        #expect(restoring != nil)
      }
    }
  }
}
