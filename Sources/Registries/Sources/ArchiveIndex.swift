/// Where the files of a tar archive are in it (POSIX ustar and pax, IEEE 1003.1).
///
/// Only regular files are listed: a layout has no use for links, and what is a link is not there.
package struct ArchiveIndex: Hashable, Sendable {
  /// A way to read so many bytes from an offset.
  package typealias Reader = (_ offset: Int64, _ count: Int) throws -> [UInt8]

  private var ranges: [String: Range<Int64>] = [:]

  /// Reads the heads of all entries.
  ///
  /// - Throws: `ArchiveProblem`, and what reading throws.
  package init(size: Int64, reading read: Reader) throws {
    var (offset, named) = (Int64(0), Extension())
    var count = 0
    while offset + 512 <= size {
      let block = try read(offset, 512)
      guard block.contains(where: { $0 != 0 }) else { return }
      guard let head = ArchiveHead(block) else {
        if offset == 0, block.starts(with: [0x1F, 0x8B]) || block.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
          throw ArchiveProblem.compressed
        }
        throw ArchiveProblem.header(at: offset)
      }
      // What an entry says about the next file is not about what else is said of it.
      let length = (head.isExtension ? nil : named.size) ?? head.size
      let begin = offset + 512
      guard length <= size - begin else { throw ArchiveProblem.truncated(at: begin) }
      if head.isExtension {
        guard length <= 1 << 20 else { throw ArchiveProblem.header(at: offset) }
        named = Extension(try read(begin, Int(length)), of: head.kind, after: named)
      } else {
        if head.isFile { try insert(named.name ?? head.name, begin..<(begin + length)) }
        named = Extension()
      }
      offset = begin + (length + 511) / 512 * 512
      count += 1
      guard count <= 100_000 else { throw ArchiveProblem.tooMany }
    }
  }

  /// Returns where a file is.
  package func range(of name: String) -> Range<Int64>? { ranges[name] }

  private mutating func insert(_ name: String, _ range: Range<Int64>) throws(ArchiveProblem) {
    let plain = name.utf8.starts(with: "./".utf8) ? String(Substring(name.utf8.dropFirst(2))) : name
    guard ranges.updateValue(range, forKey: plain) == nil else { throw .repeated(name: plain) }
  }

  /// What one entry says about the next: names and lengths that no head has room for.
  private struct Extension {
    var name: String?
    var size: Int64?

    init() {}

    init(_ content: [UInt8], of kind: UInt8, after earlier: Extension) {
      self = earlier
      switch kind {
      case UInt8(ascii: "L"): name = String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
      case UInt8(ascii: "x"): read(records: content[...])
      default: break
      }
    }

    /// Reads `27 path=blobs/sha256/…` and its like, a line each, that begins with its own length.
    private mutating func read(records content: ArraySlice<UInt8>) {
      var rest = content
      while let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
        length > space - rest.startIndex + 1,
        length <= rest.count
      {
        let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
        rest = rest[(rest.startIndex + length)...]
        guard let equals = record.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let value = String(decoding: record[(equals + 1)...], as: UTF8.self)
        switch String(decoding: record[..<equals], as: UTF8.self) {
        case "path": name = value
        case "size": size = Int64(value).flatMap { $0 >= 0 ? $0 : nil }
        default: break
        }
      }
    }
  }
}
