import Foundation
import Testing

/// Changes to a file that is there.
enum FileWriting {
  /// Lets `body` write to the end of a file.
  static func append(to path: String, _ body: ((ArraySlice<UInt8>) -> Void) throws -> Void) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    defer { try? handle.close() }
    try handle.seekToEnd()
    try body { handle.write(Data($0)) }
  }

  /// Cuts a file off.
  static func truncate(_ path: String, to size: UInt64) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    defer { try? handle.close() }
    try handle.truncate(atOffset: size)
  }
}
