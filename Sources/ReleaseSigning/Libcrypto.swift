import COpenSSL

/// The door to libcrypto: its one-time start and its error queue.
///
/// The queue belongs to the thread, so every function of this room is synchronous: nothing may suspend
/// between a call and the reading of its errors.
enum Libcrypto {
  /// Started without a configuration file: `OPENSSL_CONF` must not be able to load a provider into a verifier.
  private static let isStarted = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// Empties the error queue before a call whose errors will be read.
  static func begin() {
    precondition(isStarted, "libcrypto did not start: no memory or a broken installation")
    ERR_clear_error()
  }

  /// Takes every error from the queue, oldest first.
  static func drainErrors() -> [LibcryptoError] {
    var errors: [LibcryptoError] = []
    while case let code = ERR_get_error(), code != 0 { errors.append(LibcryptoError(code: code)) }
    return errors
  }

  /// Returns what went wrong in the call just made, for a failure that no input should be able to cause.
  static func failure() -> KeyError { .openSSL(drainErrors().map(\.reason)) }

  /// Returns what went wrong in the call just made, for a failure to decode what somebody gave.
  static func damage() -> KeyError { .damaged(drainErrors().map(\.reason)) }
}

/// One entry of libcrypto's error queue.
struct LibcryptoError: Hashable, Sendable {
  let code: UInt

  /// The library inside libcrypto that raised it: one of the `ERR_LIB_…` numbers.
  var library: Int32 { ERR_GET_LIB(code) }

  /// The number of the reason within that library.
  var number: Int32 { ERR_GET_REASON(code) }

  /// The reason in libcrypto's own words.
  var reason: String {
    guard let text = unsafe ERR_reason_error_string(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
