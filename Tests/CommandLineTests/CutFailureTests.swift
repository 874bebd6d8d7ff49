import Effects
import Testing

/// Every call fails once: before the push nothing is to be seen afterwards, and after it `seal` finishes.
@Suite("A cut that fails half-way")
struct CutFailureTests {
  @Test(.timeLimit(.minutes(20)), arguments: FailingPart.allCases)
  func `leaves the repository as it was, whichever call fails`(_ part: FailingPart) async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    let before = try RepositoryState(of: shop)
    var place = 0, failures = 0
    while true {
      place += 1
      let trap = Trap(at: place)
      let ended = await shop.release("cut --artifact dist/app.txt", in: shop.world.failing(part, by: trap))
      guard ended.exit != 0 else {
        // The scratch folder is left to the system's own sweep: the one failure that does no harm.
        guard let call = trap.sprung else { break }
        #expect(call.hasPrefix("remove ") && call.contains("release-index"), "\(call) was not noticed")
        try await shop.takeBack()
        continue
      }
      failures += 1
      let call = trap.sprung ?? "nothing"
      #expect([1, 3].contains(ended.exit), "\(call): \(ended.everything)")
      try #require(try RepositoryState(of: shop) == before, "after \(call): \(ended.everything)")
    }
    #expect(failures > 20)
    #expect(await shop.release("verify .release/manifests/1.5.0.json --artifacts . --rederive").exit == 0)
  }

  @Test(.timeLimit(.minutes(20)), arguments: FailingPart.allCases)
  func `is finished by seal once it is pushed`(_ part: FailingPart) async throws {
    let shop = try await Shop.new()
    try shop.addRemote()
    var finished = 0
    for place in 1... {
      try shop.addFeature()
      let before = try RepositoryState(of: shop)
      let trap = Trap(
        at: place, countingFrom: { $0.contains(" mktag") || part == .files })
      let ended = await shop.release(
        "cut --artifact dist/app.txt --push", in: shop.world.failing(part, by: trap))
      guard let call = trap.sprung else { break }
      switch ended.exit {
      case 6:
        finished += 1
        let isHere = try shop.git(["describe", "--exact-match"]).exit == 0
        #expect(ended.errorOutput.contains("git pull --tags") != isHere, "after \(call): \(ended.everything)")
        try shop.git("pull --quiet --tags origin main")
        let tag = try shop.git("describe --exact-match").trimmingSuffix("\n")
        let sealed = await shop.release("seal \(tag) --artifact dist/app.txt")
        #expect(sealed.exit == 0, "after \(call): \(sealed.everything)")
        let path = ".release/manifests/\(tag.dropFirst()).json"
        #expect(await shop.release("verify \(path) --artifacts . --ledger .release/ledger").exit == 0)
      case 0: #expect(call.contains("release-index"), "\(call) was not noticed")
      default: #expect(try RepositoryState(of: shop) == before, "after \(call): \(ended.everything)")
      }
    }
    #expect(finished > 2)
  }
}

extension Shop {
  /// Undoes a release that was cut here and pushed nowhere.
  fileprivate func takeBack() async throws {
    try git("tag --delete v1.5.0")
    try git("reset --quiet --hard HEAD~1")
    try LiveFiles().remove("\(path)/.release")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
