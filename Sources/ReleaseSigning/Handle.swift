import COpenSSL

/// One owned reference to an object of libcrypto, released exactly once.
@safe struct Handle: ~Copyable {
  private let pointer: OpaquePointer
  private let release: @convention(c) (OpaquePointer?) -> Void

  /// Takes the reference that a libcrypto constructor returned.
  ///
  /// - Throws: ``KeyError/openSSL(_:)`` when there is none.
  init(adopting pointer: OpaquePointer?, _ release: @convention(c) (OpaquePointer?) -> Void) throws(KeyError)
  {
    guard let pointer = unsafe pointer else { throw Libcrypto.failure() }
    unsafe self.pointer = pointer
    unsafe self.release = release
  }

  /// Takes a reference, or is nil when there is none; the errors stay in the queue for the caller to judge.
  init?(ifAny pointer: OpaquePointer?, _ release: @convention(c) (OpaquePointer?) -> Void) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
    unsafe self.release = release
  }

  deinit { unsafe release(pointer) }

  /// Lends the reference for the length of a call.
  borrowing func withPointer<Result: ~Copyable, Failure: Error>(
    _ body: (OpaquePointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(pointer)
  }
}
