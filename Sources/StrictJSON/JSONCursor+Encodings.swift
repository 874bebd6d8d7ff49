extension JSONCursor {
  /// Returns the bytes of a lower-case hex string, which must be so many when a count is given.
  package func hex(bytes count: Int? = nil) throws(JSONShapeError) -> [UInt8] {
    guard case .string(let text) = value, let bytes = Hex.decode(text), count == nil || bytes.count == count
    else {
      throw unexpected(.hex(bytes: count))
    }
    return bytes
  }

  /// Returns the bytes of a canonical base64 string.
  package func base64() throws(JSONShapeError) -> [UInt8] {
    guard case .string(let text) = value, let bytes = Base64.decode(text) else { throw unexpected(.base64) }
    return bytes
  }

  /// Returns the instant of an RFC 3339 string.
  package func timestamp() throws(JSONShapeError) -> Timestamp {
    let text = try string()
    do { return try Timestamp(parsing: text) } catch { throw unexpected(.timestamp) }
  }

  /// Returns the span of a string such as `1h30m`.
  package func timeSpan() throws(JSONShapeError) -> TimeSpan {
    let text = try string()
    do { return try TimeSpan(parsing: text) } catch { throw unexpected(.timeSpan) }
  }
}
