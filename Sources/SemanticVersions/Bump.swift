/// How far a release moves the version.
package enum Bump: String, Hashable, CaseIterable, Sendable {
  case none, patch, minor, major
}

extension Bump: Comparable {
  /// Orders by weight: `none < patch < minor < major`, so that a release takes the `max` of its commits.
  package static func < (left: Bump, right: Bump) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .none: 0
    case .patch: 1
    case .minor: 2
    case .major: 3
    }
  }
}
