package import Foundation

/// The conformance data that lies beside the checkout, in `../shared`.
package enum SharedCases {
  /// The folder `../shared`, seen from the project's root.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  /// Whether the data is there; tests that need it are enabled by this.
  package static let arePresent = FileManager.default.fileExists(atPath: root.appending(path: "cases").path)

  /// Returns the bytes of a file below `../shared`.
  package static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }

  /// Decodes a JSON file below `../shared/cases`.
  package static func decode<T: Decodable>(_ type: T.Type, _ name: String) throws -> T {
    try JSONDecoder().decode(type, from: bytes("cases/\(name)"))
  }
}
