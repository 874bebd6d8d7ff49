internal import Effects
internal import Synchronization

/// The first thing that went wrong among many pieces; nothing more is tried after it.
final class FirstProblem: Sendable {
  private let state = Mutex<FileError?>(nil)

  /// What went wrong.
  var error: FileError? { state.withLock { $0 } }

  /// Does a piece of work, unless something went wrong before.
  func keep(_ work: () throws(FileError) -> Void) {
    state.withLock { state in
      guard state == nil else { return }
      do throws(FileError) { try work() } catch { state = error }
    }
  }
}
