/// The keys of a file of credentials, brought to one form: `host[:port]`, or
/// `host[:port]/part/of/repository`.
enum RegistryKey {
  /// Returns the form that a key stands for. With `https://` only the host counts (docker's old form);
  /// without it, a path is a part of the registry, but for `/v1/` and `/v2/`.
  static func canonical(_ key: String) -> String {
    let bytes = Array(key.utf8)
    for scheme in ["https://", "http://"] where bytes.starts(with: scheme.utf8) {
      return host(Ascii.text(bytes.dropFirst(scheme.utf8.count).prefix { $0 != slash }))
    }
    let name = bytes.prefix { $0 != slash }
    let path = trimmed(bytes.dropFirst(name.count))
    let isVersion = path.elementsEqual("v1".utf8) || path.elementsEqual("v2".utf8)
    let isHost = path.isEmpty || (isVersion && bytes.last == slash)
    return host(Ascii.text(name)) + (isHost ? "" : "/" + Ascii.text(path))
  }

  /// Returns a host in lower case, Docker's own under one name.
  static func host(_ name: String) -> String {
    DockerHub.isMeant(by: name) ? DockerHub.registry : Ascii.lowercased(name)
  }

  /// Returns whether the key is how its own writers spell it, and wins over other spellings.
  static func isExact(_ key: String) -> Bool {
    let canonical = canonical(key)
    let exact = canonical == DockerHub.registry ? DockerHub.account : canonical
    return key.utf8.elementsEqual(exact.utf8)
  }

  private static let slash = UInt8(ascii: "/")

  private static func trimmed(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = path.drop { $0 == slash }
    return start.prefix((start.lastIndex { $0 != slash }).map { $0 - start.startIndex + 1 } ?? 0)
  }
}

/// A table by the one form of its keys: of several spellings the exact one counts, else the first.
struct KeyedTable<Value> {
  private(set) var values: [String: Value] = [:]
  private var exact: Set<String> = []

  mutating func add(_ value: Value, for key: String) {
    let canonical = RegistryKey.canonical(key)
    let isExact = RegistryKey.isExact(key)
    guard values[canonical] == nil || (isExact && !exact.contains(canonical)) else { return }
    values[canonical] = value
    if isExact { exact.insert(canonical) }
  }
}
