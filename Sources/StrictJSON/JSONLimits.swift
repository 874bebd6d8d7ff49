/// How much a document may ask of its reader.
package struct JSONLimits: Hashable, Sendable {
  /// The depth beyond which no limit goes: values are nested on the stack when they are compared or freed.
  package static let greatestDepth = 128

  /// The greatest length of a document in bytes.
  package let bytes: Int
  /// The greatest number of arrays and objects around a value, at most `greatestDepth`.
  package let depth: Int

  /// The limits of a manifest's envelope by default: 8 MiB, 32 levels.
  package init(bytes: Int = 8 << 20, depth: Int = 32) {
    self.bytes = bytes
    self.depth = min(depth, Self.greatestDepth)
  }
}
