package import ReleaseSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The environment variables that hold secrets, kept where they can be wiped.
package struct SecretVariables: Sendable {
  private var values: [String: SecretBytes] = [:]

  /// No secrets.
  package init() {}

  /// The secret of a variable; nil when it is not one, an empty secret when the variable is set and empty.
  package subscript(name: String) -> SecretBytes? { values[name] }

  /// Takes the secrets out of the environment of this process: before anything else reads it, and before any thread or
  /// program begins that would have a copy. Where they stood is overwritten.
  ///
  /// - Parameter arguments: the command line, which may name variables: `env:NAME`, `--passphrase-env NAME`.
  package static func withdrawn(named arguments: [String]) -> SecretVariables {
    var secrets = SecretVariables()
    for (name, value) in environment() where isSecret(name, value, named: arguments) {
      secrets.values[name] = withdraw(name)
    }
    return secrets
  }

  /// Returns whether a variable holds a secret: by its name, because the command line or another variable says so, or
  /// because it looks like a private key.
  private static func isSecret(_ name: String, _ value: [UInt8], named arguments: [String]) -> Bool {
    name.utf8.starts(with: "RELEASE_PASSPHRASE".utf8) || looksLikePrivateKey(value)
      || VariableMentions.contain(name, in: arguments)
  }

  /// Returns whether a text is PEM of a private key, plain or as base64 of all of it.
  static func looksLikePrivateKey(_ text: some Collection<UInt8>) -> Bool {
    // base64 of `-----BEGIN P` and of `-----BEGIN ENCRYPTED`
    let encoded = ["LS0tLS1CRUdJTiBQ", "LS0tLS1CRUdJTiBFTkNSWVBURU"]
    return text.contains("PRIVATE KEY".utf8)
      || encoded.contains { text.drop { $0 == 0x20 || $0 == 0x0A }.starts(with: $0.utf8) }
  }

  /// The variables of this process and the bytes of their values.
  private static func environment() -> [(name: String, value: [UInt8])] {
    var variables: [(name: String, value: [UInt8])] = []
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let bytes = unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
      if let equals = bytes.firstIndex(of: UInt8(ascii: "=")) {
        let name = String(decoding: bytes[..<equals], as: UTF8.self)
        variables.append((name, Array(bytes[(equals + 1)...])))
      }
      unsafe entry += 1
    }
    return variables
  }

  /// Copies a value, overwrites it, and removes the variable.
  private static func withdraw(_ name: String) -> SecretBytes? {
    guard let value = unsafe getenv(name) else { return nil }
    let place = unsafe UnsafeMutableRawBufferPointer(start: value, count: strlen(value))
    let secret = SecretBytes(capacity: place.count) { span in
      for position in place.indices { unsafe span.append(place[position]) }
    }
    unsafe place.initializeMemory(as: UInt8.self, repeating: 0)
    _ = unsafe unsetenv(name)
    return secret
  }
}
