/// How slow an exchange may be.
package struct HTTPPace: Hashable, Sendable {
  /// How many bytes a second are too few, sent and received ones together.
  package let bytes: Int
  /// For how many seconds they may be too few; whole ones, rounded up.
  package let seconds: Double

  /// A pace of these parts.
  package init(bytes: Int, seconds: Double) {
    self.bytes = bytes
    self.seconds = seconds
  }
}
