/// Finds keys among members: by looking at each while they are few, by a table when they are many, so that
/// an object of a million members is still read in linear time.
struct JSONKeyIndex: Sendable {
  private static let few = 8
  private var positions: [ByteString: Int] = [:]

  init() {}

  init(of members: [JSONObject.Member]) {
    if members.count >= Self.few { fill(from: members) }
  }

  func position(of key: String, in members: [JSONObject.Member]) -> Int? {
    positions.isEmpty ? members.firstIndex { $0.key.hasSameBytes(as: key) } : positions[ByteString(key)]
  }

  /// Claims the place after the last member for a key; returns `false` when a member has that key.
  mutating func claim(_ key: String, after members: [JSONObject.Member]) -> Bool {
    guard members.count >= Self.few else { return position(of: key, in: members) == nil }
    if positions.isEmpty { fill(from: members) }
    let key = ByteString(key)
    guard let taken = positions.updateValue(members.count, forKey: key) else { return true }
    positions[key] = taken
    return false
  }

  private mutating func fill(from members: [JSONObject.Member]) {
    for (position, member) in members.enumerated() { positions[ByteString(member.key)] = position }
  }
}

/// A string that is equal only to strings of the same UTF-8 bytes.
private struct ByteString: Hashable {
  let string: String

  init(_ string: String) { self.string = string }

  static func == (left: ByteString, right: ByteString) -> Bool { left.string.hasSameBytes(as: right.string) }

  func hash(into hasher: inout Hasher) { string.hashBytes(into: &hasher) }
}
