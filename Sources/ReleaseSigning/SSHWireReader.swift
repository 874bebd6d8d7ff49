/// Takes apart the values of an SSH message (RFC 4251, section 5), each of which says how long it is.
struct SSHWireReader {
  private var rest: ArraySlice<UInt8>

  /// The number of bytes that were not read yet.
  var count: Int { rest.count }

  /// Reads a message from its first byte on.
  init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(bytes) }

  /// Reads one byte.
  ///
  /// - Throws: ``SSHAgentError/truncated``.
  mutating func byte() throws(SSHAgentError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .truncated }
    return byte
  }

  /// Reads four bytes, the most significant first.
  ///
  /// - Throws: ``SSHAgentError/truncated``.
  mutating func uint32() throws(SSHAgentError) -> UInt32 {
    try bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Reads bytes behind their number.
  ///
  /// - Throws: ``SSHAgentError/truncated``.
  mutating func string() throws(SSHAgentError) -> ArraySlice<UInt8> {
    try bytes(Int(clamping: uint32()))
  }

  /// Reads the name of an algorithm: 1 to 64 printable ASCII characters, no blank and no comma (RFC 4251, section 6).
  ///
  /// - Throws: ``SSHAgentError/truncated``, ``SSHAgentError/malformedName``.
  mutating func name() throws(SSHAgentError) -> String {
    let name = try string()
    let isName = (1...64).contains(name.count) && name.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x2c }
    guard isName else { throw .malformedName }
    return String(decoding: name, as: UTF8.self)
  }

  /// Ends the reading.
  ///
  /// - Throws: ``SSHAgentError/trailingBytes(_:)`` when something is left.
  consuming func finish() throws(SSHAgentError) {
    guard rest.isEmpty else { throw .trailingBytes(rest.count) }
  }

  private mutating func bytes(_ count: Int) throws(SSHAgentError) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .truncated }
    defer { rest.removeFirst(count) }
    return rest.prefix(count)
  }
}
