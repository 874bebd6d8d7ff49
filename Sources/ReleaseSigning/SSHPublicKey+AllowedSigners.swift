extension SSHPublicKey {
  /// Returns the line of an `allowed_signers` file (ssh-keygen(1), "ALLOWED SIGNERS"), without its line end, that lets
  /// the key sign for one principal in some namespaces: `principal namespaces="…" ssh-ed25519 AAAA…`.
  ///
  /// Principal and namespaces stand for themselves: what the file would read as a pattern is refused.
  ///
  /// - Throws: ``SSHFormatError/unusablePrincipal(_:)``, ``SSHFormatError/noNamespace``,
  ///   ``SSHFormatError/ambiguousNamespace(_:)``, ``SSHFormatError/unprintableNamespace``,
  ///   ``SSHFormatError/namespaceTooLong(_:)``.
  package func allowedSigner(principal: String, namespaces: [String]) throws(SSHFormatError) -> String {
    guard Self.isPrincipal(principal) else { throw .unusablePrincipal(principal) }
    guard !namespaces.isEmpty else { throw .noNamespace }
    for namespace in namespaces {
      try SSHSignature.check(namespace: namespace)
      guard !Self.isPattern(namespace) else { throw .ambiguousNamespace(namespace) }
    }
    return "\(principal) namespaces=\"\(namespaces.joined(separator: ","))\" \(typeAndBlob)"
  }

  /// Whether a text is one principal: neither several fields of the line, nor a comment, nor a pattern.
  private static func isPrincipal(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= SSHSignature.longestNamespace else { return false }
    let isOneField = first != UInt8(ascii: "#") && !text.utf8.contains(UInt8(ascii: " "))
    return isOneField && PrintableLine.holds(text) && !isPattern(text)
  }

  /// Whether OpenSSH reads a text as a pattern, a list or a quotation (ssh_config(5), "PATTERNS").
  private static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { #"*?!,"\"#.utf8.contains($0) }
  }
}
