internal import StrictJSON

extension DocumentCursor {
  /// Refuses keys that a reader in Go takes for one of these members, although they are not: its
  /// `encoding/json` compares keys without regard to capitals, and of two the last counts. What an engine
  /// would run must not be another image than the one that was looked at.
  func refuseOtherCapitals(of members: [String]) throws(ImageDocumentError) {
    let folded = Set(members.map(Self.folded))
    for (key, cursor) in try self.members() where folded.contains(Self.folded(key)) {
      guard members.contains(where: { $0.hasSameBytes(as: key) }) else {
        throw .capitals(cursor.json.path, key: key)
      }
    }
  }

  /// The key as Go compares it: `A`–`Z` in lower case, the long s as `s`, the Kelvin sign as `k`.
  private static func folded(_ key: String) -> String {
    let scalars = key.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 0x20)
      case "\u{17F}": "s"
      case "\u{212A}": "k"
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
