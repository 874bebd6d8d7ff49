/// The kinds of payload that an envelope may carry; a signature is bound to one of them.
package enum PayloadType {
  /// An in-toto statement: manifests and events.
  package static let statement = "application/vnd.in-toto+json"
  /// A trust root; no statement can ever pass as one.
  package static let trustRoot = "application/vnd.release-toolkit.trust-root+json"
}
