import SemanticVersions

/// Where a file holds its version.
struct VersionPlace {
  /// The bytes that the version replaces.
  let range: Range<Int>
  /// What they say, escapes resolved.
  let text: [UInt8]
  /// How the version is written there.
  let notation: VersionNotation
  /// What goes before the version where a value is to be made: the space after `version:`.
  let lead: String

  init(_ range: Range<Int>, text: [UInt8], notation: VersionNotation = .semantic, lead: String = "") {
    self.range = range
    self.text = text
    self.notation = notation
    self.lead = lead
  }

  /// Returns the bytes of the place with the version in it; those that are there when they say it already.
  func bytes(for version: Version, in bytes: [UInt8]) throws(VersionFileError) -> [UInt8] {
    let wanted = try notation.text(of: version)
    return wanted == text ? Array(bytes[range]) : lead.utf8 + notation.escaped(wanted)
  }

  /// Returns the places of both lists in ascending order; where two touch the same bytes, the first list's
  /// counts.
  static func merged(_ own: [VersionPlace], _ marked: [VersionPlace]) -> [VersionPlace] {
    let candidates = (own + marked).enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var places: [VersionPlace] = []
    for (_, place) in candidates {
      if let last = places.last, place.range == last.range || place.range.lowerBound < last.range.upperBound {
        continue
      }
      places.append(place)
    }
    return places
  }
}

extension [VersionPlace] {
  func sorted() -> [VersionPlace] {
    sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether one of these places, which ascend, lies in the range; takes logarithmic time.
  func hasPlace(in range: Range<Int>) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low].range.lowerBound <= range.upperBound
      && self[low].range.upperBound <= range.upperBound
  }
}
