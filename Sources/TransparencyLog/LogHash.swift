package import ReleaseSigning

/// The hashes of RFC 6962, section 2.1: leaves and inner nodes are marked apart, so that neither can pass as the other.
package enum LogHash {
  /// The root of a tree without leaves: SHA-256 of nothing.
  package static let empty = Digest.sha256([])

  /// Returns the hash of a leaf that holds an entry.
  package static func leaf(_ entry: [UInt8]) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update(CollectionOfOne(0))
    hasher.update(entry)
    return hasher.finalize()
  }

  /// Returns the hash of the inner node over two others.
  package static func node(_ left: Digest, _ right: Digest) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update(CollectionOfOne(1))
    hasher.update(left)
    hasher.update(right)
    return hasher.finalize()
  }
}
