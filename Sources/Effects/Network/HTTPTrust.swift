/// Whom a request trusts over TLS, and what it shows of itself, by the paths of PEM files.
package struct HTTPTrust: Hashable, Sendable {
  /// Certificates of the only authorities that may vouch for the server; `nil` for those of the machine.
  package let authorities: String?
  /// The certificate to show to the server, and those that lead to its authority.
  package let certificate: String?
  /// The private key of the certificate, not encrypted; `nil` when it is in the same file.
  package let key: String?

  /// Trust of these parts.
  package init(authorities: String? = nil, certificate: String? = nil, key: String? = nil) {
    self.authorities = authorities
    self.certificate = certificate
    self.key = key
  }
}
