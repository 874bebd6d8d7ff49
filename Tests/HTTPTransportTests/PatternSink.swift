import Effects
import Foundation
import Synchronization

/// Takes a response apart piece by piece, and keeps none of it.
final class PatternSink: Sendable {
  struct Tally {
    var starts = 0
    var count = 0
    var isPattern = true
  }

  private let state = Mutex(Tally())

  /// What came since the response began.
  var tally: Tally { state.withLock { $0 } }

  func take(_ piece: HTTPPiece) {
    state.withLock { state in
      switch piece {
      case .start: state = Tally(starts: state.starts + 1)
      case .content(let bytes):
        state.isPattern = state.isPattern && Self.isPattern(bytes, from: state.count)
        state.count += bytes.count
      }
    }
  }

  private static func isPattern(_ bytes: ArraySlice<UInt8>, from offset: Int) -> Bool {
    var (rest, place) = (bytes, offset % 65536)
    while !rest.isEmpty {
      let piece = rest.prefix(65536 - place)
      guard Data(piece) == Pattern.data[place..<(place + piece.count)] else { return false }
      rest = rest.dropFirst(piece.count)
      place = 0
    }
    return true
  }
}
