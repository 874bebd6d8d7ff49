/// A version as Semantic Versioning 2.0.0 defines it (https://semver.org/spec/v2.0.0.html).
///
///     1.4.0-rc.2+build.77
///     │ │ │ │    └ build metadata: never counts for precedence
///     │ │ │ └ prerelease identifiers: this version sorts before 1.4.0
///     └─┴─┴ major, minor, patch: decimal numbers of any length
///
/// `==` is full identity, build metadata included; see ``hasSamePrecedence(as:)`` for the weaker question.
package struct Version: Hashable, Sendable {
  /// Rises with incompatible changes.
  package let major: Numeral
  /// Rises with compatible features.
  package let minor: Numeral
  /// Rises with compatible fixes.
  package let patch: Numeral
  /// The dot-separated identifiers after the `-`; empty for a stable version.
  package let prerelease: [PrereleaseIdentifier]
  /// The dot-separated identifiers after the `+`.
  package let build: [String]

  init(
    _ major: Numeral, _ minor: Numeral, _ patch: Numeral,
    prerelease: [PrereleaseIdentifier] = [], build: [String] = []
  ) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.prerelease = prerelease
    self.build = build
  }

  /// Parses a version, strictly: no `v`, no white space, no missing number, no leading zero.
  ///
  /// - Throws: ``VersionError`` with the place where the text leaves the grammar.
  package init(parsing text: String) throws(VersionError) {
    try self.init(parsing: Array(text.utf8)[...])
  }

  /// Parses the bytes of a version, strictly: no `v`, no white space, no missing number, no leading zero.
  ///
  /// - Throws: ``VersionError`` with the place where the bytes leave the grammar.
  package init(parsing bytes: ArraySlice<UInt8>) throws(VersionError) {
    var scanner = VersionScanner(bytes)
    self = try scanner.version()
  }

  /// Makes a stable version of three numbers.
  ///
  /// - Precondition: no number is negative.
  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.init(Numeral(major), Numeral(minor), Numeral(patch))
  }

  /// Whether the version has prerelease identifiers.
  package var isPrerelease: Bool { !prerelease.isEmpty }

  /// Whether anything may change at any time (SemVer 2.0.0, item 4: major version zero).
  package var isInitialDevelopment: Bool { major == 0 }

  /// The three numbers alone, without prerelease and build.
  package var core: Version { Version(major, minor, patch) }
}

extension Version: CustomStringConvertible {
  /// The version as SemVer writes it; parsing it again gives an equal version.
  package var description: String {
    var text = "\(major).\(minor).\(patch)"
    if isPrerelease { text += "-" + prerelease.map(\.text).joined(separator: ".") }
    if !build.isEmpty { text += "+" + build.joined(separator: ".") }
    return text
  }
}
