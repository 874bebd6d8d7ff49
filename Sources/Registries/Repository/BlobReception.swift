internal import Effects
internal import ReleaseSigning
internal import Synchronization

/// The digest and the length of a blob while it comes, in as many pieces and connections as it takes.
final class BlobReception: Sendable {
  private struct State: ~Copyable {
    var hasher = SHA256Hasher()
    var count: Int64 = 0
    /// What had come when the request was sent that is being answered.
    var sure = SHA256Hasher()
    var sureCount: Int64 = 0
  }

  private let state = Mutex(State())
  /// Gets each piece as well, and where in the blob it belongs.
  private let keep: (@Sendable (ArraySlice<UInt8>, Int64) -> Void)?

  init(keeping keep: (@Sendable (ArraySlice<UInt8>, Int64) -> Void)? = nil) { self.keep = keep }

  /// How many bytes have come.
  var count: Int64 { state.withLock { $0.count } }

  /// Takes what has come as the beginning of the blob, and returns how long it is: the next response goes on there.
  func goOn() -> Int64 {
    state.withLock { state in
      state.sure = state.hasher.copy()
      state.sureCount = state.count
      return state.count
    }
  }

  /// Forgets all that has come.
  func startAnew() { state.withLock { $0 = State() } }

  /// Takes a part of a response: another response's content counts for nothing.
  func take(_ piece: HTTPPiece) {
    switch piece {
    case .start:
      state.withLock { state in
        state.hasher = state.sure.copy()
        state.count = state.sureCount
      }
    case .content(let bytes):
      let place = state.withLock { state in
        defer { state.count += Int64(bytes.count) }
        state.hasher.update(bytes)
        return state.count
      }
      keep?(bytes, place)
    }
  }

  /// The digest of all that has come.
  var digest: Digest { state.withLock { $0.hasher.copy().finalize() } }
}
