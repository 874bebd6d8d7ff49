internal import Synchronization

/// A lock that is held until it is released or forgotten.
package final class FileLock: Sendable {
  /// The file that stands for the lock.
  package let path: String
  private let release: Mutex<(@Sendable () -> Void)?>

  /// A held lock, and how to give it up; `release` runs once.
  package init(_ path: String, releasing release: @escaping @Sendable () -> Void) {
    self.path = path
    self.release = Mutex(release)
  }

  deinit { unlock() }

  /// Gives the lock up; a second call does nothing.
  package func unlock() {
    let release = release.withLock { release in
      defer { release = nil }
      return release
    }
    release?()
  }
}
