import Foundation
import Testing

/// A script of `Stories/`.
struct Script: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  let text: String

  var testDescription: String { name }

  /// A key whose private half everybody has.
  static let exampleKey = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "keys-example/release.pub.pem").path

  /// Every script, by name.
  static let all: [Script] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stories").path
    // A folder that cannot be read gives no scripts, which a test of its own does not accept.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txtar") }.sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }  // as above
      return Script(name: String(name.dropLast(6)), path: path, text: text)
    }
  }()
}
