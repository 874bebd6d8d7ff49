/// Why a key or a secret could not be used. Cases are facts; the words for people are found elsewhere.
package enum KeyError: Error, Hashable, Sendable {
  /// There is no PEM block in the text.
  case notPEM
  /// The PEM block has a label that no ed25519 key is stored under, such as `OPENSSH PRIVATE KEY`.
  case unexpectedLabel(String)
  /// The text holds this many keys where one is meant.
  case severalKeys(Int)
  /// A private key was given where a public key is meant.
  case privateKeyWherePublicIsMeant
  /// A public key was given where a private key is meant.
  case publicKeyWherePrivateIsMeant
  /// The key belongs to another algorithm; named as libcrypto names it: `RSA`, `EC`, `ED448`, `X25519`.
  case wrongAlgorithm(String)
  /// The private key is encrypted and no passphrase was given.
  case passphraseNeeded
  /// The private key does not open with this passphrase, or was altered: encryption cannot tell the two apart.
  case wrongPassphrase
  /// An empty passphrase was given to encrypt with, which would protect nothing.
  case emptyPassphrase
  /// A passphrase to encrypt with has more bytes than stock `openssl` reads (1,023); the number found.
  case passphraseTooLong(Int)
  /// Deriving the encryption key asks for more memory than libcrypto allows (32 MiB), or for more than some seconds.
  case derivationTooCostly
  /// The encryption of the private key is one that libcrypto does not offer; its own reasons.
  case unsupportedEncryption([String])
  /// The public key is one of the small-order points, under which signatures can be forged.
  case smallOrder
  /// The public key encodes a coordinate that is not reduced modulo 2^255 - 19.
  case nonCanonical
  /// The bytes are not as many as a key of this form has; the number found.
  case wrongLength(Int)
  /// The text looks like a key but does not decode; libcrypto's own reasons, if it gave any.
  case damaged([String])
  /// Libcrypto failed where no input should make it fail; its own reasons.
  case openSSL([String])
}
