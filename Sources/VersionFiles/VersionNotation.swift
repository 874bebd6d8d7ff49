import SemanticVersions

/// How a version is written at its place.
enum VersionNotation: Hashable, Sendable {
  /// As SemVer writes it.
  case semantic
  /// As SemVer writes it, where that is a version of PEP 440, too.
  case semanticPython
  /// In the normal form of PEP 440.
  case normalPython
  /// The three numbers alone.
  case core
  /// As SemVer writes it, escaped for the path of a shields.io badge.
  case shield
  /// One of the three numbers.
  case major, minor, patch

  /// Returns the text, before any escaping.
  ///
  /// - Throws: ``VersionFileError/notExpressible(_:)``.
  func text(of version: Version) throws(VersionFileError) -> [UInt8] {
    switch self {
    case .semantic, .shield: return Array(version.description.utf8)
    case .core: return Array(version.core.description.utf8)
    case .major: return Array(version.major.digits.utf8)
    case .minor: return Array(version.minor.digits.utf8)
    case .patch: return Array(version.patch.digits.utf8)
    case .semanticPython, .normalPython:
      guard let normal = PythonVersion.normalForm(of: version) else {
        throw .notExpressible(version.description)
      }
      return Array((self == .normalPython ? normal : version.description).utf8)
    }
  }

  /// Returns the text as it stands in the file.
  func escaped(_ text: [UInt8]) -> [UInt8] {
    self == .shield ? ShieldBadges.escaped(text) : text
  }
}
