internal import Synchronization

/// The content of a response, piece on piece.
final class GatheredContent: Sendable {
  private let gathered = Mutex<[UInt8]>([])

  /// What has come since the response began.
  var bytes: [UInt8] { gathered.withLock { $0 } }

  /// Adds a piece; the start of a response drops what came before.
  func take(_ piece: HTTPPiece) {
    gathered.withLock { bytes in
      switch piece {
      case .start: bytes = []
      case .content(let more): bytes += more
      }
    }
  }
}
