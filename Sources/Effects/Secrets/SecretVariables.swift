extension [String: String] {
  /// The variables that other programs may see: neither a passphrase nor anything that holds a private key.
  package var withoutSecrets: [String: String] {
    filter { $0.key != "RELEASE_PASSPHRASE" && !$0.value.utf8.contains("PRIVATE KEY".utf8) }
  }
}
