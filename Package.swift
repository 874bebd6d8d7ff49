// swift-tools-version: 6.2
import PackageDescription

// No package dependencies: the trusted base is Swift, Foundation and libcrypto. `ArchitectureTests` holds this file to
// that, and the sources to the imports that it grants.

/// The one set of rules that every target is compiled under.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: a folder of `Sources/` and the rooms that it may import.
func room(_ name: String, _ imports: String...) -> Target {
  .target(name: name, dependencies: imports.map { .init(stringLiteral: $0) }, swiftSettings: strict)
}

/// The tests of one room, and the rooms that they import beside it.
func tests(of name: String, _ imports: String...) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ([name, "TestSupport"] + imports).map { .init(stringLiteral: $0) },
    swiftSettings: strict)
}

let package = Package(
  name: "release",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "release", targets: ["release"])],
  targets: [
    // Floor 0: languages, numbers, and the two C libraries.
    .systemLibrary(name: "CLibc"),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    room("SemanticVersions"),
    room("Mustache"),
    room("StrictJSON"),

    // Floor 1: commits, digests and keys.
    room("ConventionalCommits", "SemanticVersions"),
    room("VersionFiles", "SemanticVersions"),
    room("ReleaseSigning", "COpenSSL"),

    // Floor 2: documents.
    room("Changelogs", "SemanticVersions", "ConventionalCommits", "Mustache", "StrictJSON"),
    room("TransparencyLog", "ReleaseSigning", "StrictJSON"),
    room("ReleaseManifests", "ReleaseSigning", "StrictJSON", "SemanticVersions"),

    // Floor 3: what happened, and what is to happen next.
    room(
      "ReleaseLedger", "TransparencyLog", "ReleaseManifests", "ReleaseSigning", "SemanticVersions",
      "StrictJSON"),
    room("OCIImages", "ReleaseSigning", "SemanticVersions", "StrictJSON"),
    room("Rollouts", "ReleaseManifests", "ReleaseSigning", "StrictJSON"),

    // Floor 4: what is to be done.
    room(
      "ReleasePlanning", "SemanticVersions", "ConventionalCommits", "StrictJSON", "ReleaseSigning",
      "ReleaseManifests", "ReleaseLedger", "Rollouts", "Changelogs", "VersionFiles", "OCIImages"),

    // Effects: the only rooms that touch the world.
    room("Effects", "CLibc", "ReleaseSigning", "StrictJSON"),
    room("HTTPTransport", "Effects"),
    room("Registries", "Effects", "OCIImages", "ReleaseSigning", "StrictJSON"),
    room("LedgerStores", "Effects", "ReleaseLedger"),
    room(
      "Targets", "Effects", "ReleaseManifests", "ReleasePlanning", "ReleaseSigning", "Rollouts",
      "SemanticVersions"),
    room("HealthChecks", "Effects", "ReleasePlanning", "Rollouts", "StrictJSON"),

    // The edge: arguments in, answers out.
    room("ArgumentSyntax"),
    room("ReleaseConsole", "StrictJSON"),
    room(
      "ReleaseCommands", "ArgumentSyntax", "ReleaseConsole", "Effects", "LedgerStores", "Targets",
      "HealthChecks", "OCIImages", "Registries",
      "ReleasePlanning", "ReleaseLedger", "Rollouts", "ReleaseManifests", "TransparencyLog", "ReleaseSigning",
      "Changelogs", "Mustache", "ConventionalCommits", "VersionFiles", "SemanticVersions", "StrictJSON"),
    .executableTarget(
      name: "release", dependencies: ["ReleaseCommands", "ReleaseConsole", "Effects", "HTTPTransport"],
      swiftSettings: strict),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "WorldSupport", dependencies: ["Effects", "ReleaseSigning"], path: "Tests/WorldSupport",
      swiftSettings: strict),
    .target(
      name: "RegistrySupport", dependencies: ["Effects", "ReleaseSigning", "WorldSupport"],
      path: "Tests/RegistrySupport", exclude: ["Programs"], swiftSettings: strict),
    .testTarget(
      name: "RegistrySupportTests",
      dependencies: ["RegistrySupport", "Effects", "ReleaseSigning", "TestSupport", "WorldSupport"],
      swiftSettings: strict),
    tests(
      of: "Registries", "Effects", "HTTPTransport", "OCIImages", "RegistrySupport", "ReleaseSigning",
      "StrictJSON", "WorldSupport"),
    tests(of: "OCIImages", "ReleaseSigning", "SemanticVersions", "StrictJSON"),
    tests(of: "SemanticVersions"),
    tests(of: "Mustache"),
    tests(of: "StrictJSON"),
    tests(of: "ConventionalCommits", "SemanticVersions"),
    tests(of: "VersionFiles", "SemanticVersions"),
    tests(of: "ReleaseSigning"),
    tests(of: "Changelogs", "SemanticVersions", "ConventionalCommits", "Mustache", "StrictJSON"),
    tests(of: "TransparencyLog", "ReleaseSigning", "StrictJSON"),
    tests(of: "ReleaseManifests", "ReleaseSigning", "SemanticVersions", "StrictJSON"),
    tests(
      of: "ReleaseLedger", "ReleaseManifests", "ReleaseSigning", "SemanticVersions", "StrictJSON",
      "TransparencyLog"),
    tests(of: "Rollouts", "ReleaseManifests", "ReleaseSigning", "SemanticVersions"),
    tests(
      of: "ReleasePlanning", "ArgumentSyntax", "ConventionalCommits", "ReleaseLedger", "ReleaseManifests",
      "ReleaseSigning", "Rollouts", "SemanticVersions", "StrictJSON", "VersionFiles"),
    tests(of: "Effects", "ReleaseSigning", "StrictJSON"),
    .testTarget(
      name: "GitRepositoryTests",
      dependencies: [
        "Effects", "WorldSupport", "StrictJSON",
      ], swiftSettings: strict),
    tests(of: "HTTPTransport", "Effects"),
    tests(
      of: "LedgerStores", "WorldSupport", "Effects", "ReleaseLedger", "ReleaseManifests", "ReleaseSigning",
      "StrictJSON"),
    tests(
      of: "Targets", "WorldSupport", "Effects", "ReleaseManifests", "ReleasePlanning", "ReleaseSigning",
      "Rollouts",
      "SemanticVersions", "StrictJSON"),
    tests(
      of: "HealthChecks", "WorldSupport", "Effects", "HTTPTransport", "ReleasePlanning", "Rollouts",
      "StrictJSON"),
    tests(of: "ArgumentSyntax"),
    tests(of: "ReleaseConsole", "StrictJSON"),
    .testTarget(
      name: "ReleaseCommandsTests", dependencies: ["ReleaseCommands", "ArgumentSyntax"], swiftSettings: strict
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "release", "ReleaseCommands", "ReleaseConsole", "Effects", "HTTPTransport", "ReleaseSigning",
        "StrictJSON",
        "TestSupport", "WorldSupport", "RegistrySupport", "LedgerStores", "ReleaseLedger", "ReleaseManifests",
      ],
      exclude: ["Stories"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
