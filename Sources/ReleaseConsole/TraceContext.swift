import StrictJSON

/// The trace that this run is part of (W3C Trace Context, level 1).
package struct TraceContext: Hashable, Sendable {
  /// 32 lower-case hex digits, the same in every log of the trace.
  package let traceID: String
  /// 16 lower-case hex digits, this run's own.
  package let spanID: String
  /// Whether the caller records the trace.
  package let isSampled: Bool

  /// The trace of the caller when `TRACEPARENT` is valid, a new one otherwise.
  /// - Parameter random: Bits for the two halves of a new trace's id and for this run's id.
  package init(parent: String?, random: (UInt64, UInt64, UInt64)) {
    let caller = parent.flatMap(Self.parse)
    traceID = caller?.traceID ?? Self.hex(random.0) + Self.hex(nonZero(random.1))
    spanID = Self.hex(nonZero(random.2))
    isSampled = caller?.isSampled ?? true
  }

  /// The value of `TRACEPARENT` for the commands that this run starts.
  package var traceparent: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }

  /// Reads `version "-" trace-id "-" parent-id "-" flags`; a later version may go on after another `-`.
  private static func parse(_ text: String) -> (traceID: String, isSampled: Bool)? {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard fields.count >= 4,
      zip(fields, [2, 32, 16, 2]).allSatisfy({ $0.count == $1 && $0.allSatisfy(isHexDigit) }),
      let version = UInt8(Substring(fields[0]), radix: 16),
      let flags = UInt8(Substring(fields[3]), radix: 16),
      version != 0xFF, version > 0 || fields.count == 4, !isZero(fields[1]), !isZero(fields[2])
    else { return nil }
    return (String(Substring(fields[1])), flags & 1 == 1)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }

  private static func isZero(_ field: Substring.UTF8View) -> Bool {
    field.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func hex(_ word: UInt64) -> String {
    Hex.encode((0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) })
  }
}

/// An id of zeros is none.
private func nonZero(_ word: UInt64) -> UInt64 { word == 0 ? 1 : word }
