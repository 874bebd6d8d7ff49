package import Effects
package import OCIImages
package import ReleaseSigning

/// Why a registry, or a place that an image is read from, did not give or take what it should.
package enum RegistryError: Error, Hashable {
  /// No whole response came.
  case network(NetworkError)
  /// The registry does not have it.
  case notFound(url: String)
  /// The registry wants to know who asks and does not take what it was told; whether there was anything to tell.
  case unauthorized(url: String, hadCredentials: Bool, said: String?)
  /// The registry knows who asks and says no.
  case denied(url: String, said: String?)
  /// The registry answered with a status that is no answer to the question.
  case status(url: String, Int, said: String?)
  /// The registry is busy for longer than we wait, in seconds.
  case busy(url: String, seconds: Int64)
  /// What the registry asks for to let us in is nothing that we know: its challenge.
  case challenge(url: String, String)
  /// The registry sends us to a place that is less safe than its own.
  case unsafeAddress(String, from: String)
  /// What came has another digest than it was asked or announced by.
  case digestMismatch(url: String, expected: Digest, found: Digest)
  /// What came has another length than it should, in bytes.
  case sizeMismatch(url: String, expected: Int64, found: Int64)
  /// What came is no manifest or index of an image.
  case document(url: String, ImageDocumentError)
  /// An answer is not in the form that its specification asks for.
  case malformed(url: String, what: String)
  /// A list has no end.
  case endless(url: String)
  /// An upload was begun again and again and did not move on.
  case uploadStuck(url: String, at: Int64, of: Int64)
  /// Others write the list of attachments at the same time, again and again.
  case contended(url: String)
  /// Credentials could not be had.
  case credentials(CredentialError)
  /// The name is not one of an image.
  case name(String, ImageNameProblem)
  /// A layout on disk does not hold the image, or not whole.
  case layout(path: String, LayoutProblem)
  /// An archive on disk cannot be read.
  case archive(path: String, ArchiveProblem)
  /// A file could not be read or written.
  case file(FileError)
}
