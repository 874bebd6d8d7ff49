import ReleaseConsole
import Testing

@Suite("The trace of a run")
struct TraceContextTests {
  static let id = "4bf92f3577b34da6a3ce929d0e0e4736"
  static let random: (UInt64, UInt64, UInt64) = (0x0123_4567_89AB_CDEF, 2, 0xA)

  @Test(arguments: [
    ("00-\(id)-00f067aa0ba902b7-01", true), ("00-\(id)-00f067aa0ba902b7-00", false),
    ("00-\(id)-00f067aa0ba902b7-03", true), ("cc-\(id)-00f067aa0ba902b7-01", true),
    ("cc-\(id)-00f067aa0ba902b7-01-what-comes-later", true),
  ])
  func `the caller's trace goes on under an id of our own`(_ parent: String, _ isSampled: Bool) {
    let trace = TraceContext(parent: parent, random: Self.random)
    #expect(trace.traceID == Self.id)
    #expect(trace.traceparent == "00-\(Self.id)-000000000000000a-\(isSampled ? "01" : "00")")
  }

  @Test(arguments: [
    nil, "", "00", "00-\(id)-00f067aa0ba902b7", "00-\(id)-00f067aa0ba902b7-01-more",
    "ff-\(id)-00f067aa0ba902b7-01",
    "00-\(id.uppercased())-00f067aa0ba902b7-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-\(id)-0000000000000000-01", "00-\(id)0-00f067aa0ba902b7-01", "00-\(id)-00f067aa0ba902b7-1",
    " 00-\(id)-00f067aa0ba902b7-01", "0g-\(id)-00f067aa0ba902b7-01", "00-\(id)-00f067aa0ba902b7-+1",
  ])
  func `without a valid caller a new trace begins`(_ parent: String?) {
    let trace = TraceContext(parent: parent, random: Self.random)
    #expect(trace.traceparent == "00-0123456789abcdef0000000000000002-000000000000000a-01")
  }

  @Test func `ids are never zero`() {
    let trace = TraceContext(parent: nil, random: (0, 0, 0))
    #expect(trace.traceparent == "00-00000000000000000000000000000001-0000000000000001-01")
  }
}
