package import StrictJSON

/// Why a file of credentials cannot be read; never with a secret in it.
package enum DockerConfigurationError: Error, Hashable, Sendable {
  /// The bytes are no strict JSON.
  case notJSON(JSONError)
  /// The JSON has another shape.
  case shape(JSONShapeError)
  /// What should be the base64 text of `user:password` is not; the host that it is for.
  case malformedAuth(host: String)
  /// The name of a helper could not be part of a program's name; the host that it is for, nil when it is for
  /// all.
  case helperName(String, host: String?)
}
