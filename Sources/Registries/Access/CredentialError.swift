package import Effects
package import OCIImages

/// Why credentials for a registry could not be had.
package enum CredentialError: Error, Hashable {
  /// The file that was named is not there.
  case missing(path: String)
  /// The file cannot be read.
  case unreadable(FileError)
  /// The file is no configuration of docker or of containers.
  case malformed(path: String, DockerConfigurationError)
  /// A helper could not be run.
  case helperNotRun(String, SubprocessError)
  /// A helper failed: what it said.
  case helperFailed(String, said: String)
}
