package import StrictJSON

/// What the file system says about one entry.
package struct FileStatus: Hashable, Sendable {
  /// The sort of an entry.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A regular file.
    case file
    /// A folder.
    case directory
    /// A symbolic link.
    case symlink
    /// A FIFO, a socket or a device.
    case other
  }

  /// The sort of entry.
  package let kind: Kind
  /// The size in bytes.
  package let size: Int64
  /// The twelve permission bits.
  package let mode: UInt32
  /// When the content last changed.
  package let modified: Timestamp

  /// A status of these parts.
  package init(kind: Kind, size: Int64, mode: UInt32, modified: Timestamp) {
    self.kind = kind
    self.size = size
    self.mode = mode
    self.modified = modified
  }

  /// Whether anybody may execute the file.
  package var isExecutable: Bool { kind == .file && mode & 0o111 != 0 }
}
