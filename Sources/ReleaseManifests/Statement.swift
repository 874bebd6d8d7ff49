package import ReleaseSigning
package import StrictJSON

/// An in-toto statement: a predicate about subjects that are named by their digests.
///
/// Source: in-toto Attestation Framework, spec/v1/statement.md.
package struct Statement: Hashable, Sendable {
  /// What the predicate is about.
  package let subjects: [Subject]
  /// Which kind of predicate this is: `urn:release-toolkit:<kind>:v1`.
  package let predicateType: String
  /// What is said.
  package let predicate: JSONObject

  /// A thing and its digest.
  package struct Subject: Sendable {
    /// The name, for people and for finding the file; a match is by digest alone.
    package let name: String
    /// Lower-case hex digests by algorithm, `sha256` or `gitCommit`.
    package let digest: [String: String]

    /// A subject known by the SHA-256 of its bytes.
    package init(name: String, sha256: Digest) {
      self.init(name: name, digest: ["sha256": sha256.hex])
    }

    /// A subject that is a git commit.
    package init(name: String, gitCommit: String) {
      self.init(name: name, digest: ["gitCommit": gitCommit])
    }

    init(name: String, digest: [String: String]) {
      self.name = name
      self.digest = digest
    }
  }

  /// Makes a statement.
  package init(subjects: [Subject], predicateType: String, predicate: JSONObject) {
    self.subjects = subjects
    self.predicateType = predicateType
    self.predicate = predicate
  }

  /// The predicate type of one of our kinds: `urn:release-toolkit:<kind>:v1`.
  package static func type(of kind: String) -> String { "urn:release-toolkit:\(kind):v1" }

  /// The envelope that carries this statement, not yet signed.
  package var envelope: Envelope { Envelope(payloadType: PayloadType.statement, payload: bytes) }
}
