import SemanticVersions
import VersionFiles

/// All files of the other suites, to be mutated and read by other programs.
enum Corpus {
  static let edits: [Edit] =
    JSONFileTests.manifests + JSONFileTests.locks + TOMLFileTests.manifests + XMLFileTests.documents
    + PlainFileTests.files + MarkerTests.files + ChartTests.charts.map { Edit("Chart.yaml", $0) }
    + ScriptTests.gradle.map { Edit("build.gradle", $0) } + ScriptTests.podspecs.map { Edit("A.podspec", $0) }
    + [
      Edit("Cargo.lock", LockFileTests.cargo, packages: ["core", "cli"]),
      Edit("uv.lock", LockFileTests.uv, packages: ["my-app"]),
      Edit("README.md", "[v](https://img.shields.io/badge/version-‹v1.0.0--rc.1›-blue) 1.0.0\n"),
    ]
}

/// A generator with a fixed seed (SplitMix64): a failure comes back.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
