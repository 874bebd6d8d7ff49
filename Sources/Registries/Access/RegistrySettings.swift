/// How registries are spoken to.
package struct RegistrySettings: Sendable {
  /// The registries that are asked for without TLS, by host and port; those of this machine are without asking.
  package var plainHTTP: Set<String>
  /// The file of the authorities that vouch for registries; nil: those of the system, or of the registry's own folder.
  package var authorities: String?
  /// Where credentials are.
  package var credentials: CredentialStore
  /// How often a request is sent again.
  package var retries: RetryPolicy
  /// The largest piece of a blob that goes up in one request, in bytes; nil: all of it.
  package var chunk: Int64?

  /// Settings of these parts.
  package init(
    credentials: CredentialStore, plainHTTP: Set<String> = [], authorities: String? = nil,
    retries: RetryPolicy = RetryPolicy(), chunk: Int64? = nil
  ) {
    self.credentials = credentials
    self.plainHTTP = plainHTTP
    self.authorities = authorities
    self.retries = retries
    self.chunk = chunk
  }
}
