/// An ed25519 public key (RFC 8032) that is safe to trust: none under which a signature can be forged.
package struct PublicKey: Hashable, Sendable {
  /// The 32 bytes of the encoded point.
  package let rawRepresentation: [UInt8]

  /// The number of bytes of a raw public key.
  package static let byteCount = 32

  /// A key from its encoded point.
  ///
  /// - Throws: ``KeyError/wrongLength(_:)``, ``KeyError/nonCanonical``, ``KeyError/smallOrder``.
  package init(rawRepresentation bytes: [UInt8]) throws(KeyError) {
    guard bytes.count == Self.byteCount else { throw .wrongLength(bytes.count) }
    let point = EncodedPoint(bytes)
    guard point.isReduced else { throw .nonCanonical }
    guard !point.hasSmallOrder else { throw .smallOrder }
    rawRepresentation = bytes
  }

  /// The name of the key: the SHA-256 digest of ``spki``.
  package var keyID: KeyID { KeyID(.sha256(spki)) }
}

/// The 32 bytes of a curve point: its y coordinate, little-endian, under the sign of x in the top bit.
///
/// RFC 8032, section 5.1.2. Libcrypto verifies forged signatures under fourteen encodings: the points of order 1, 2, 4
/// and 8, each with both signs, and again with y not reduced. All fourteen are refused here.
private struct EncodedPoint {
  private let y: [UInt8]

  init(_ bytes: [UInt8]) {
    y = bytes.dropLast() + [bytes[31] & 0x7f]
  }

  /// Whether y is less than p = 2^255 - 19.
  var isReduced: Bool {
    y[31] != 0x7f || y[1...30].contains { $0 != 0xff } || y[0] < 0xed
  }

  /// Whether eight times the point is the neutral element.
  var hasSmallOrder: Bool { Self.smallOrderCoordinates.contains(y) }

  /// The y of every point of small order: 0, 1, p - 1, and the two of order 8.
  private static let smallOrderCoordinates: Set<[UInt8]> = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [
      0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
      0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ],
    [
      0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
      0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
    ],
  ]
}
