internal import ReleaseSigning

/// What a release consists of once it is unpacked: every file with its digest, every link with its target.
///
/// Its own digest goes into the ledger, so that what lies on the disk later can be held against what was put there.
/// Form: records that end with a zero byte, `f <sha256> <x or -> <path>` or `l <path>`, zero, `<target>`.
struct Inventory: Hashable, Sendable {
  /// A file or a link of the release.
  enum Entry: Hashable, Sendable {
    case file(path: String, sha256: Digest, isExecutable: Bool)
    case link(path: String, target: String)
  }

  /// The entries, in the order in which the folders list them.
  let entries: [Entry]

  /// The name under which a release keeps it.
  static let name = ".release-files"

  init(_ entries: [Entry]) { self.entries = entries }

  /// The digest that the ledger remembers.
  var digest: Digest { Digest.sha256(bytes) }

  var bytes: [UInt8] {
    entries.flatMap { entry -> [UInt8] in
      switch entry {
      case .file(let path, let sha256, let isExecutable):
        Array("f \(sha256.hex) \(isExecutable ? "x" : "-") \(path)\u{0}".utf8)
      case .link(let path, let target): Array("l \(path)\u{0}\(target)\u{0}".utf8)
      }
    }
  }

  /// Reads an inventory; nil when the bytes are none.
  init?(parsing bytes: [UInt8]) {
    guard bytes.last == 0 || bytes.isEmpty else { return nil }
    var records = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)[...]
    var entries: [Entry] = []
    while let record = records.popFirst() {
      guard let entry = Self.entry(record, &records) else { return nil }
      entries.append(entry)
    }
    self.entries = entries
  }

  private static func entry(_ record: ArraySlice<UInt8>, _ rest: inout ArraySlice<ArraySlice<UInt8>>)
    -> Entry?
  {
    let text = String(decoding: record, as: UTF8.self)
    if text.utf8.starts(with: "l ".utf8) {
      guard let target = rest.popFirst() else { return nil }
      return .link(path: String(text.dropFirst(2)), target: String(decoding: target, as: UTF8.self))
    }
    let fields = text.utf8.split(separator: 0x20, maxSplits: 3).map { String(Substring($0)) }
    guard fields.count == 4, fields[0] == "f", let digest = Digest(hex: fields[1]),
      ["x", "-"].contains(fields[2])
    else { return nil }
    return .file(path: fields[3], sha256: digest, isExecutable: fields[2] == "x")
  }
}
