import RegistrySupport
import Testing

@Suite("Programs that tests need") struct RealProgramsTests {
  @Test func `a missing one is named, and skips everywhere but in CI`() {
    let programs = RealPrograms("sh", "no-such-program")
    #expect(programs.missing == ["no-such-program"])
    #expect(programs.areWanted == RealPrograms.isCI)
    #expect(throws: MissingPrograms.self) { try programs.require() }
  }

  @Test func `what is installed is wanted`() throws {
    let programs = RealPrograms("sh")
    #expect(programs.areWanted)
    try programs.require()
  }
}
