/// Which rule of `git check-ref-format` the name of a tag breaks.
package enum RefNameViolation: Hashable, Sendable {
  /// A control character, a space or one of `~^:?*[\`.
  case forbiddenByte(UInt8)
  /// `..`, `//` or `@{`.
  case forbiddenSequence(String)
  /// A part between slashes is empty, as before a leading and after a trailing slash.
  case emptyComponent
  /// A part between slashes starts with a dot.
  case leadingDot
  /// The name ends with a dot.
  case trailingDot
  /// A part between slashes ends with `.lock`.
  case lockSuffix
  /// The name starts with a hyphen, which `git tag` takes for an option.
  case leadingHyphen
}

/// The rules of `git check-ref-format` for a name below `refs/tags/`.
enum RefName {
  static func violation(in name: String) -> RefNameViolation? {
    let bytes = Array(name.utf8)
    if let byte = bytes.first(where: isForbidden) { return .forbiddenByte(byte) }
    for sequence in ["..", "@{"] where bytes.contains(sequence) { return .forbiddenSequence(sequence) }
    if bytes.first == Ascii.hyphen { return .leadingHyphen }
    if bytes.last == Ascii.dot { return .trailingDot }
    for component in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if let violation = violation(ofComponent: component) { return violation }
    }
    return nil
  }

  private static func violation(ofComponent component: ArraySlice<UInt8>) -> RefNameViolation? {
    guard let first = component.first else { return .emptyComponent }
    if first == Ascii.dot { return .leadingDot }
    return component.suffix(5).elementsEqual(".lock".utf8) ? .lockSuffix : nil
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == 0x7F || "~^:?*[\\".utf8.contains(byte)
  }
}

extension [UInt8] {
  fileprivate func contains(_ sequence: String) -> Bool {
    indices.contains { self[$0...].starts(with: sequence.utf8) }
  }
}
