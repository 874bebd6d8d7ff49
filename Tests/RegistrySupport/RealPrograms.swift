internal import Foundation

/// Programs of Debian that a test needs.
package struct RealPrograms: Sendable {
  private let names: [String]

  /// These programs, and python3, in which the parts themselves are written.
  package init(_ names: String...) { self.names = names + ["python3"] }

  /// What is not installed.
  package var missing: [String] {
    names.filter { name in
      !Self.folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }

  /// Whether tests that need them are to run: where one is missing they fail in CI, and are skipped elsewhere.
  package var areWanted: Bool { Self.isCI || missing.isEmpty }

  /// - Throws: `MissingPrograms` where one is not installed.
  package func require() throws {
    guard missing.isEmpty else { throw MissingPrograms(names: missing) }
  }

  /// Whether this is a CI, which installs everything and so has no excuse.
  package static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// Where programs lie; daemons are in folders that only root's `PATH` has.
  private static let folders =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    + ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/bin", "/bin"]

  /// The variables for a program that is to see no settings of the user, no credentials and no proxy.
  static func environment(home: String) -> [String: String] {
    let unwanted = ["DOCKER_", "REGISTRY_", "XDG_", "CONTAINERS_"]
    let kept = ProcessInfo.processInfo.environment.filter { name, _ in
      !name.lowercased().hasSuffix("_proxy") && !unwanted.contains { name.hasPrefix($0) }
    }
    let ours = [
      "PATH": folders.joined(separator: ":"), "HOME": home, "XDG_RUNTIME_DIR": home,
      "DOCKER_CONFIG": "\(home)/.docker", "REGISTRY_AUTH_FILE": "\(home)/auth.json", "LC_ALL": "C",
    ]
    return kept.merging(ours) { $1 }
  }
}

/// Programs that must be there and are not.
package struct MissingPrograms: Error {
  package let names: [String]
}
