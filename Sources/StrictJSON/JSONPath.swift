/// Where a value lies in its document: `signatures[0].keyid`, or `$` for the document itself.
package struct JSONPath: Hashable, Sendable, CustomStringConvertible {
  /// One step down.
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// The steps from the document to the value.
  package private(set) var steps: [Step]

  /// A path of steps; without any, that of the document itself.
  package init(_ steps: [Step] = []) { self.steps = steps }

  package var description: String {
    guard !steps.isEmpty else { return "$" }
    return steps.enumerated().map { position, step in
      switch step {
      case .index(let index): "[\(index)]"
      case .key(let key) where Self.isPlain(key): position == 0 ? key : ".\(key)"
      case .key(let key): "[" + String(decoding: JSONValue.string(key).bytes, as: UTF8.self) + "]"
      }
    }.joined()
  }

  func appending(_ step: Step) -> JSONPath {
    var path = self
    path.steps.append(step)
    return path
  }

  /// Whether a key can stand without quotation marks.
  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
