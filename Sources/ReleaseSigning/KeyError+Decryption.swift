import COpenSSL

extension KeyError {
  /// What libcrypto's errors say about an encrypted key that did not open.
  ///
  /// With a wrong passphrase the padding is wrong, or by chance (1 in 256) right and what it surrounds is no key.
  init(decrypting errors: [LibcryptoError]) {
    func has(_ library: Int32, _ number: Int32) -> Bool {
      errors.contains { $0.library == library && $0.number == number }
    }
    let reasons = errors.map(\.reason)
    if has(ERR_LIB_EVP, EVP_R_MEMORY_LIMIT_EXCEEDED) {
      self = .derivationTooCostly
    } else if has(ERR_LIB_PKCS12, PKCS12_R_PKCS12_CIPHERFINAL_ERROR)
      || has(ERR_LIB_PKCS12, PKCS12_R_DECODE_ERROR)
    {
      self = .wrongPassphrase
    } else if errors.contains(where: { $0.library == ERR_LIB_EVP }) {
      self = .unsupportedEncryption(reasons)
    } else {
      self = .damaged(reasons)
    }
  }
}
