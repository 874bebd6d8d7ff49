/// How a blob got into a repository.
package enum BlobOutcome: Hashable, Sendable {
  /// It was there.
  case present
  /// The registry took it over from another of its repositories.
  case mounted
  /// It was sent.
  case uploaded
}
