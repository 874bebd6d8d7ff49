import SemanticVersions
import TestSupport
import Testing

@Suite("Version bumps, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedBumpCases {
  struct File: Decodable { let cases: [BumpRow] }

  @Test func `other tools compute the same, or it is known why not`() throws {
    let rows = try SharedCases.decode(File.self, "version-bump.json").cases
    for row in rows where row.difference == nil {
      #expect(try row.next.description == row.expected, "\(row.id)")
    }
    let left = Dictionary(grouping: rows.compactMap(\.difference)) { $0 }.mapValues(\.count)
    #expect(
      left == [
        .readsCommits: 56, .numberGluedToWord: 36, .zeroMajorPolicy: 6, .notSemVer: 9, .developmentRelease: 6,
        .keepsLaterIdentifier: 3, .countsOtherChannels: 3, .choosesFirstVersion: 1, .askedVersion: 1,
      ])
    #expect(rows.count - left.values.reduce(0, +) == 131)
  }
}

/// Why a row of another tool is not for this room, or not our way.
enum BumpDifference: Hashable {
  /// It starts from messages; the room of conventional commits runs those.
  case readsCommits
  /// `beta01` counts up to `beta02`; for SemVer that is a word.
  case numberGluedToWord
  /// What a breaking change does to 0.x is the policy's to say.
  case zeroMajorPolicy
  /// `1.1` and `1-beta` are no versions.
  case notSemVer
  /// A `dev` number after the prerelease, from PEP 440.
  case developmentRelease
  /// A beta that is asked for an alpha stays a beta.
  case keepsLaterIdentifier
  /// On channel alpha, the betas of another channel count as releases.
  case countsOtherChannels
  /// The first version of all is the configuration's to say.
  case choosesFirstVersion
  /// The version was asked for.
  case askedVersion
}

/// A row of the table: what a tool made of a version.
struct BumpRow: Decodable {
  struct Config: Decodable {
    let prerelease, bumpMinorPreMajor, bumpPatchForMinorPreMajor: Bool?
    let prereleaseType: String?
  }

  let id, source: String
  let from, expected, bump, prerelease, latestFull: String?
  let prereleaseOffset, devrelease: Int?
  let commits, tags: [String]?
  let config: Config?

  enum CodingKeys: CodingKey {
    case id, source, from, expected, bump, prerelease, latestFull, prereleaseOffset, devrelease, commits,
      tags, config
  }

  init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: CodingKeys.self)
    (id, source) = try (row.decode(String.self, forKey: .id), row.decode(String.self, forKey: .source))
    from = try row.decodeIfPresent(String.self, forKey: .from)
    expected = try row.decodeIfPresent(String.self, forKey: .expected)
    bump = try row.decodeIfPresent(String.self, forKey: .bump)
    prerelease = try row.decodeIfPresent(String.self, forKey: .prerelease)
    latestFull = try row.decodeIfPresent(String.self, forKey: .latestFull)
    prereleaseOffset = try row.decodeIfPresent(Int.self, forKey: .prereleaseOffset)
    devrelease = try row.decodeIfPresent(Int.self, forKey: .devrelease)
    commits = try row.decodeIfPresent([String].self, forKey: .commits)
    tags = try row.decodeIfPresent([String].self, forKey: .tags)
    // Rows that start from commits may have a sentence here.
    config = try commits == nil ? row.decodeIfPresent(Config.self, forKey: .config) : nil
  }

  var difference: BumpDifference? {
    if commits != nil { return .readsCommits }
    if bump?.hasPrefix("release-as") == true { return .askedVersion }
    if config?.bumpMinorPreMajor == true || config?.bumpPatchForMinorPreMajor == true {
      return .zeroMajorPolicy
    }
    if devrelease != nil { return .developmentRelease }
    guard from != nil else { return prerelease == nil ? .choosesFirstVersion : nil }
    guard let version = try? current else { return .notSemVer }
    switch source {
    case "release-please-prerelease":
      return config?.prerelease == true && version.isGlued ? .numberGluedToWord : nil
    case "commitizen-semver2": return keepsIdentifier(of: version) ? .keepsLaterIdentifier : nil
    case "semantic-release":
      return version.isPrerelease && version.prerelease[0].text != prerelease ? .countsOtherChannels : nil
    default: return nil
    }
  }

  private func keepsIdentifier(of version: Version) -> Bool {
    guard let prerelease, let current = version.prerelease.first?.text else { return false }
    return current > prerelease
  }

  private var current: Version {
    get throws {
      let text = try #require(from)
      return try Version(parsing: text.hasPrefix("v") ? String(text.dropFirst()) : text)
    }
  }

  private var level: Bump {
    get throws { try bump == "prerelease_revision" ? .none : #require(bump.flatMap(Bump.init)) }
  }

  var next: Version {
    get throws {
      switch source {
      case "semantic-release": try prerelease.map(onChannel) ?? current.bumped(by: level)
      case "python-semantic-release":
        try prerelease.map {
          let stable = try Version(parsing: #require(latestFull))
          return try stable.nextOnChannel($0, bump: level, releases: [stable, current])
        } ?? current.bumped(by: level)
      case "commitizen-semver2":
        try prerelease.map {
          try current.nextPrerelease(level, identifier: $0, startingAt: prereleaseOffset)
        } ?? current.bumped(by: max(level, .patch))
      case "release-please-prerelease": try config?.prerelease == true ? series : current.bumped(by: level)
      default: try current.bumped(by: level)
      }
    }
  }

  /// semantic-release counts from the latest stable tag; without one, towards 1.0.0.
  private func onChannel(_ identifier: String) throws -> Version {
    let releases = try #require(tags).map { try Version(parsing: String($0.dropFirst())) }
    guard let stable = releases.filter({ !$0.isPrerelease }).max() else {
      return try Version(1, 0, 0).onChannel(identifier, after: releases)
    }
    return try stable.nextOnChannel(identifier, bump: level, releases: releases)
  }

  /// release-please starts a series without a number and stays with the identifier that it finds.
  private var series: Version {
    get throws {
      let (version, target) = try (current, current.bumped(by: level))
      let words = version.prerelease.filter { $0.number == nil }.map(\.text)
      guard let label = words.isEmpty ? config?.prereleaseType : words.joined(separator: ".") else {
        return target
      }
      if version.isPrerelease, target == version.core { return try target.onChannel(label, after: [version]) }
      let first = version.prerelease.last?.number.map { _ in 1 }
      return try version.nextPrerelease(level, identifier: label, startingAt: first)
    }
  }
}

extension Version {
  /// Whether the prerelease ends in a word that ends in digits.
  fileprivate var isGlued: Bool {
    prerelease.last.map { $0.number == nil && $0.text.last?.isNumber == true } ?? false
  }
}
