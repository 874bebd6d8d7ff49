import ReleaseSigning
import Testing

@Suite("Secret bytes") struct SecretBytesTests {
  private struct Interrupted: Error {}

  @Test func `a copy holds what was copied`() {
    #expect(secret("hunter2").text == "hunter2")
    #expect(secret("").text == "")
    #expect(secret("hunter2").count == 7)
  }

  @Test func `bytes are written in place up to the capacity`() {
    let secret = SecretBytes(capacity: 100) { span in
      for byte in "short".utf8 { span.append(byte) }
    }
    #expect(secret.text == "short")
  }

  @Test func `an interrupted writer leaves no secret`() {
    #expect(throws: Interrupted.self) {
      try SecretBytes(capacity: 4) { span in
        span.append(1)
        throw Interrupted()
      }
    }
  }

  @Test func `printing a secret does not show it`() {
    #expect(!"\(secret("hunter2"))".contains("hunter2"))
    #expect(!String(reflecting: secret("hunter2")).contains("hunter2"))
  }
}
