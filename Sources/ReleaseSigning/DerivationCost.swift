import COpenSSL

/// What an encrypted private key asks for to derive its encryption key from the passphrase.
///
/// Whoever wrote the file chose the numbers: PBKDF2 may ask for 2^31 rounds, and scrypt for hours within the memory
/// that libcrypto allows.
enum DerivationCost {
  /// PBKDF2 (RFC 8018) or an older derivation that repeats a hash: so many rounds.
  case rounds(UInt64)
  /// Scrypt (RFC 7914): its N, r and p multiplied.
  case scrypt(UInt64)

  /// Whether deriving the key takes some seconds at most: sixteen times the rounds, or six times the scrypt, that are
  /// recommended and written today.
  var isBearable: Bool {
    switch self {
    case .rounds(let count): count <= 10_000_000
    case .scrypt(let product): product <= 1 << 22
    }
  }
}

extension DerivationCost {
  /// The cost that an encryption states, or nil for one that libcrypto does not know and refuses by itself.
  init?(of encryption: UnsafePointer<X509_ALGOR>?) {
    let scheme = unsafe Parameters(of: encryption)
    let cost = scheme.name == NID_pbes2 ? Self.ofSecondVersion(scheme) : Self.ofFirstVersion(scheme)
    guard let cost else { return nil }
    self = cost
  }

  private static func ofFirstVersion(_ scheme: Parameters) -> DerivationCost? {
    guard let parameters = unsafe scheme.decoded(by: d2i_PBEPARAM) else { return nil }
    defer { unsafe PBEPARAM_free(parameters) }
    return unsafe .rounds(number(parameters.pointee.iter))
  }

  private static func ofSecondVersion(_ scheme: Parameters) -> DerivationCost? {
    guard let parameters = unsafe scheme.decoded(by: d2i_PBE2PARAM) else { return nil }
    defer { unsafe PBE2PARAM_free(parameters) }
    let derivation = unsafe Parameters(of: parameters.pointee.keyfunc)
    return derivation.name == NID_id_scrypt ? ofScrypt(derivation) : ofPBKDF2(derivation)
  }

  private static func ofPBKDF2(_ derivation: Parameters) -> DerivationCost? {
    guard let parameters = unsafe derivation.decoded(by: d2i_PBKDF2PARAM) else { return nil }
    defer { unsafe PBKDF2PARAM_free(parameters) }
    return unsafe .rounds(number(parameters.pointee.iter))
  }

  private static func ofScrypt(_ derivation: Parameters) -> DerivationCost? {
    guard let parameters = unsafe derivation.decoded(by: d2i_SCRYPT_PARAMS) else { return nil }
    defer { unsafe SCRYPT_PARAMS_free(parameters) }
    let factors = unsafe [
      number(parameters.pointee.costParameter), number(parameters.pointee.blockSize),
      number(parameters.pointee.parallelizationParameter),
    ]
    return .scrypt(factors.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 })
  }

  /// Returns a stated number; what is absent, negative or beyond 64 bits counts as the greatest.
  private static func number(_ integer: UnsafeMutablePointer<ASN1_INTEGER>?) -> UInt64 {
    var number: UInt64 = 0
    guard let integer = unsafe integer, unsafe ASN1_INTEGER_get_uint64(&number, integer) == 1 else {
      return .max
    }
    return number
  }
}

/// An algorithm's name and the DER of its parameters; none when they are no sequence.
private struct Parameters {
  let name: Int32
  let der: [UInt8]

  init(of algorithm: UnsafePointer<X509_ALGOR>?) {
    var (object, type, value): (OpaquePointer?, Int32, UnsafeRawPointer?) = (nil, V_ASN1_UNDEF, nil)
    unsafe X509_ALGOR_get0(&object, &type, &value, algorithm)
    name = unsafe OBJ_obj2nid(object)
    guard type == V_ASN1_SEQUENCE, let text = unsafe value?.assumingMemoryBound(to: ASN1_STRING.self) else {
      der = []
      return
    }
    der = unsafe Array(
      UnsafeBufferPointer(start: ASN1_STRING_get0_data(text), count: Int(ASN1_STRING_length(text))))
  }

  /// Returns what one of libcrypto's decoders makes of the parameters; the caller frees it.
  func decoded<Decoded>(
    by decode: (
      UnsafeMutablePointer<UnsafeMutablePointer<Decoded>?>?,
      UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
    ) -> UnsafeMutablePointer<Decoded>?
  ) -> UnsafeMutablePointer<Decoded>? {
    unsafe der.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      return unsafe decode(nil, &cursor, buffer.count)
    }
  }
}
