import ReleaseSigning
import StrictJSON

/// What a log says of itself and signs as a note (c2sp.org/tlog-checkpoint): its name, its size and its root.
///
///     example.com/ledger
///     3
///     Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=
package struct Checkpoint: Hashable, Sendable {
  /// The name of the log, never used for another: printable ASCII, so that two origins that compare equal are the same
  /// bytes.
  package let origin: String
  /// The size and root of the log.
  package let head: TreeHead
  /// Further lines, which mean nothing here; logs should have none.
  package let extensions: [String]

  /// A checkpoint of a log without further lines.
  ///
  /// - Throws: ``CheckpointError/origin``, ``CheckpointError/size``, ``CheckpointError/root``.
  package init(origin: String, head: TreeHead) throws(CheckpointError) {
    try self.init(origin: origin, head: head, extensions: [])
  }

  private init(origin: String, head: TreeHead, extensions: [String]) throws(CheckpointError) {
    guard Self.isValid(origin: origin) else { throw .origin }
    guard head.size <= TreeHead.greatestSize else { throw .size }
    guard head.size > 0 || head.root == LogHash.empty else { throw .root }
    guard extensions.allSatisfy({ !$0.isEmpty }) else { throw .lines }
    (self.origin, self.head, self.extensions) = (origin, head, extensions)
  }

  /// The text to be signed, with its last line end.
  package var text: String {
    ([origin, String(head.size), Base64.encode(head.root.bytes)] + extensions).map { $0 + "\n" }.joined()
  }

  /// A checkpoint read from the text of a note.
  ///
  /// - Throws: ``CheckpointError`` for any text that ``text`` would not write.
  package init(parsing text: String) throws(CheckpointError) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count > 3, lines.last == "" else { throw .lines }
    // Signs and leading zeros are read here, and refused below because they would not be written.
    guard let size = UInt64(lines[1]), String(size).utf8.elementsEqual(lines[1].utf8) else { throw .size }
    guard let bytes = Base64.decode(lines[2]), let root = Digest(bytes),
      Base64.encode(bytes).utf8.elementsEqual(lines[2].utf8)
    else { throw .root }
    try self.init(
      origin: lines[0], head: TreeHead(size: size, root: root), extensions: Array(lines[3...].dropLast()))
  }

  /// Returns whether an origin is printable ASCII and cannot be taken for the beginning of a DSSE message, which the same
  /// key might be trusted for.
  private static func isValid(origin: String) -> Bool {
    !origin.isEmpty && origin.utf8.allSatisfy { (0x20...0x7e).contains($0) }
      && !origin.utf8.starts(with: "DSSEv1 ".utf8)
  }
}

/// Which part of a text keeps it from being a checkpoint.
package enum CheckpointError: Error, Hashable, Sendable {
  /// There are fewer than three lines, the last does not end, or one is empty.
  case lines
  /// The origin is empty, not printable ASCII, or begins like a message of another format.
  case origin
  /// The size is not a decimal number from 0 to 2^63 - 1 in its shortest form.
  case size
  /// The root is not 32 bytes in canonical base64, or not that of an empty log when the size is 0.
  case root
}
