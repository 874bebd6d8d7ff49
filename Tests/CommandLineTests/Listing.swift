import Effects
import Foundation
import ReleaseSigning

/// Every entry below a folder with its kind, mode and content: two that are equal were not touched in between.
struct Listing: Equatable, CustomStringConvertible {
  private(set) var entries: [String: String] = [:]

  /// - Parameter skipped: names of entries that do not count, at any depth.
  init(of folder: String, except skipped: Set<String> = []) throws {
    try walk(folder, "", skipped)
  }

  private mutating func walk(_ folder: String, _ path: String, _ skipped: Set<String>) throws {
    let files = LiveFiles()
    for name in try files.list(folder + path) where !skipped.contains(name) {
      let (entry, place) = ("\(path)/\(name)", "\(folder)\(path)/\(name)")
      guard let status = try files.status(place) else { continue }
      let mode = String(status.mode, radix: 8)
      switch status.kind {
      case .directory: try walk(folder, entry, skipped)
      case .symlink: entries[entry] = "link \(try files.readSymlink(place) ?? "")"
      default: entries[entry] = "\(mode) \(try files.copyHashing(place, to: nil).digest.hex)"
      }
    }
  }

  var description: String {
    entries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
  }

  /// What is in one of two listings and not, or otherwise, in the other.
  func difference(from other: Listing) -> String {
    Set(entries.keys).union(other.entries.keys).sorted().filter { entries[$0] != other.entries[$0] }
      .map { "\($0): \(other.entries[$0] ?? "absent") -> \(entries[$0] ?? "absent")" }
      .joined(separator: "\n")
  }
}
