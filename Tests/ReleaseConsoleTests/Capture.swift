import ReleaseConsole
import StrictJSON
import Synchronization

/// What a console wrote to each stream.
final class Capture: Sendable {
  private let streams = Mutex<(out: [UInt8], error: [UInt8])>(([], []))

  var out: String { streams.withLock { String(decoding: $0.out, as: UTF8.self) } }
  var error: String { streams.withLock { String(decoding: $0.error, as: UTF8.self) } }

  /// Makes a console at 2026-11-21T03:20:11Z and lets it speak.
  init(_ options: ConsoleOptions = ConsoleOptions(), _ speak: (Console) -> Void) {
    speak(
      Console(
        options: options, standardOutput: { [self] bytes in streams.withLock { $0.out += bytes } },
        standardError: { [self] bytes in streams.withLock { $0.error += bytes } },
        now: { Timestamp(secondsSinceEpoch: 1_795_231_211) }))
  }
}
