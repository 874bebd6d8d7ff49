#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes apart what `git log` prints, while it is printing.
struct GitLogScanner {
  private static let fixedFields = GitLogRecord.Field.note.rawValue + 2

  private var bytes: [UInt8] = []
  /// The ends of the fields of the record that is being read.
  private var ends: [Int] = []
  /// Where the next field starts.
  private var start = 0
  /// How far it was searched already.
  private var searched = 0
  private(set) var isReadable = true

  /// Takes the next piece and hands on the records that are whole now.
  mutating func take(_ piece: ArraySlice<UInt8>, handingOn body: (GitLogRecord) -> Void) {
    bytes += piece
    while isReadable, let end = nextEnd() { takeField(endingAt: end, handingOn: body) }
    discard()
  }

  /// Hands on the last record.
  mutating func finish(handingOn body: (GitLogRecord) -> Void) {
    if isReadable, start == bytes.count, ends.isEmpty || ends.count >= Self.fixedFields {
      if !ends.isEmpty { body(GitLogRecord(bytes: bytes, ends: ends)) }
    } else {
      isReadable = false
    }
  }

  /// An empty field begins a record, and ends its fixed part; an empty field after that begins the next record.
  private mutating func takeField(endingAt end: Int, handingOn body: (GitLogRecord) -> Void) {
    let isEmpty = start == end
    if ends.count >= Self.fixedFields, isEmpty {
      body(GitLogRecord(bytes: bytes, ends: ends))
      ends.removeAll(keepingCapacity: true)
    } else if ends.isEmpty || ends.count == Self.fixedFields - 1 {
      isReadable = isEmpty
    }
    ends.append(end)
    start = end + 1
  }

  private mutating func nextEnd() -> Int? {
    let from = max(start, searched)
    let count = bytes.count - from
    guard count > 0 else { return nil }
    let place = unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, let found = unsafe memchr(base + from, 0, count) else {
        return nil
      }
      return unsafe base.distance(to: UnsafeRawPointer(found))
    }
    searched = place.map { $0 + 1 } ?? bytes.count
    return place
  }

  /// Forgets the bytes before the record that is being read.
  private mutating func discard() {
    let first = ends.first ?? start
    guard first > 0 else { return }
    bytes.removeSubrange(..<first)
    for index in ends.indices { ends[index] -= first }
    start -= first
    searched -= first
  }
}
