import ReleaseManifests
import ReleasePlanning
import Testing

@Suite("Configuration of provenance")
struct ProvenanceConfigurationTests {
  @Test func `the builders that are accepted are read, and there are none by default`() throws {
    let uri = "https://github.com/acme/shop/.github/workflows/release.yml"
    let read = try Configuration(parsing: Array(#"{ provenance: { builders: ["\#(uri)"] } }"#.utf8))
    #expect(read.provenance.builders.map(\.text) == [uri])
    #expect(Configuration().provenance.builders == [])
    #expect(try Configuration(parsing: Array("{ provenance: {} }".utf8)).provenance.builders == [])
  }

  @Test(arguments: [
    ("{ provenance: { builders: [\"release.yml\"] } }", "provenance.builders[0]"),
    ("{ provenance: { builders: [\"https://a:b@x/\"] } }", "provenance.builders[0]"),
    ("{ provenance: { builder: [] } }", "provenance.builder"), ("{ provenance: [] }", "provenance"),
  ]) func `what is no builder is refused where it stands`(text: String, path: String) {
    let error = #expect(throws: ConfigurationError.self) { try Configuration(parsing: Array(text.utf8)) }
    #expect(error?.path == path)
  }
}
