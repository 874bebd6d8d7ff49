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
  /// - Parameter arguments: the command line, which may name variables: `env:NAME`, `--passphrase-env NAME`. The values
  ///   of other variables may, too: `RELEASE_KEY=env:NAME`.
  package static func withdrawn(named arguments: [String]) -> SecretVariables {
    var mentions = VariableMentions(in: arguments)
    unsafe eachVariable { _, value in unsafe mentions.take(value) }
    var secrets = SecretVariables()
    unsafe eachVariable { name, value in
      guard unsafe mentions.isSecret(name, value) else { return }
      // Of a variable that stands there twice the first counts, as it does for `getenv`.
      if secrets.values[name] == nil {
        secrets.values[name] = SecretBytes(capacity: value.count) { span in
          for position in value.indices { unsafe span.append(value[position]) }
        }
      }
      unsafe value.initializeMemory(as: UInt8.self, repeating: 0)
    }
    for name in secrets.values.keys { _ = unsafe unsetenv(name) }
    return secrets
  }

  /// Lends each variable of this process, its value where it lies.
  private static func eachVariable(_ body: (_ name: String, _ value: UnsafeMutableRawBufferPointer) -> Void) {
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let bytes = unsafe UnsafeMutableRawBufferPointer(start: text, count: strlen(text))
      if let equals = unsafe bytes.firstIndex(of: UInt8(ascii: "=")) {
        let name = unsafe String(decoding: bytes[..<equals], as: UTF8.self)
        unsafe body(name, UnsafeMutableRawBufferPointer(rebasing: bytes[(equals + 1)...]))
      }
      unsafe entry += 1
    }
  }
}
