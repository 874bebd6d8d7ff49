/// The path of an artifact below some folder: it can never lead out of it.
package struct ArtifactPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path with `/` between its parts.
  package let text: String

  /// Why a text is no artifact path.
  package enum Problem: Error, Hashable {
    /// There is nothing, or more than 1,024 bytes.
    case length(Int)
    /// A byte that is not printable ASCII, or a backslash.
    case byte(UInt8)
    /// It begins with `/`.
    case absolute
    /// A part is empty, `.` or `..`.
    case part(String)
  }

  /// Accepts a relative path of printable ASCII whose parts are names.
  ///
  /// - Throws: `Problem`.
  package init(parsing text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    guard (1...1024).contains(bytes.count) else { throw .length(bytes.count) }
    if let odd = bytes.first(where: { $0 < 0x20 || $0 > 0x7E || $0 == UInt8(ascii: "\\") }) {
      throw .byte(odd)
    }
    guard bytes[0] != UInt8(ascii: "/") else { throw .absolute }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let isName = !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      guard isName else { throw .part(String(decoding: part, as: UTF8.self)) }
    }
    self.text = text
  }

  package var description: String { text }

  package static func < (left: ArtifactPath, right: ArtifactPath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
