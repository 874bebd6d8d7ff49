import Effects
import Foundation

/// The executable that was built beside these tests.
enum ReleaseProgram {
  static let path: String = {
    let folders =
      [Bundle.main.executableURL?.deletingLastPathComponent()]
      + Bundle.allBundles.map { Optional($0.bundleURL.deletingLastPathComponent()) }
    let places = folders.compactMap { $0?.appending(path: "release").path }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "release was not built"
  }()

  /// Runs a shell script that finds the executable in `$RELEASE`, in a folder of a sandbox.
  static func run(_ script: String, in sandbox: Sandbox, adding variables: [String: String] = [:]) throws
    -> Ended
  {
    var environment = sandbox.environment.merging(variables) { $1 }
    environment["RELEASE"] = path
    let command = Subprocess(
      argv: ["sh", "-euc", script], directory: sandbox.work, environment: environment, timeout: 120)
    return try Ended(LiveSubprocesses(inheriting: [:]).run(command))
  }
}
