/// The sort of an entry in a folder that nobody vouches for, finer than `FileStatus.Kind`.
package enum EntryKind: String, Hashable, Sendable, CaseIterable {
  /// A regular file.
  case file
  /// A folder.
  case directory
  /// A symbolic link.
  case symlink
  /// A named pipe.
  case fifo
  /// A socket.
  case socket
  /// A character or block device, or what only some systems know.
  case device
}
