import COpenSSL

/// A hash in progress: bytes go in piece by piece, so that a file of any size is hashed in little memory.
@safe package struct StreamHasher: ~Copyable {
  private let context: OpaquePointer
  private let algorithm: HashAlgorithm

  /// An empty hash.
  package init(_ algorithm: HashAlgorithm) {
    let method = algorithm.method
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex2(context, method.pointer, nil) == 1
    else {
      // With a fetched method only a lack of memory can fail here, which Swift's own allocations do not survive either.
      preconditionFailure("out of memory")
    }
    unsafe self.context = context
    self.algorithm = algorithm
  }

  /// A second hash in progress that has taken in what this one has.
  private init(copying other: borrowing StreamHasher) {
    guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_MD_CTX_copy_ex(context, other.context) == 1 else {
      preconditionFailure("out of memory")
    }
    unsafe self.context = context
    algorithm = other.algorithm
  }

  /// Returns a second hash in progress that has taken in what this one has.
  package borrowing func copy() -> StreamHasher { StreamHasher(copying: self) }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes to what is hashed; pieces of 1 MiB reach full speed.
  package mutating func update(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { unsafe add($0) }
  }

  /// Adds bytes to what is hashed; pieces of 1 MiB reach full speed.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe add($0) }
  }

  /// Adds bytes to what is hashed.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    let added: Void? = bytes.withContiguousStorageIfAvailable { unsafe add(UnsafeRawBufferPointer($0)) }
    if added == nil { update(Array(bytes).span) }
  }

  private func add(_ buffer: UnsafeRawBufferPointer) {
    let result = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    precondition(result == 1, "a hash in memory cannot fail")
  }

  /// Returns the hash of all that was added.
  package consuming func finalize() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: algorithm.byteCount) { buffer, count in
      let result = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      precondition(result == 1, "a hash in memory cannot fail")
      count = algorithm.byteCount
    }
  }
}
