/// Which variables hold secrets: by their names, because somebody says so, or because they look like a private key.
struct VariableMentions {
  private var names: Set<String> = []

  /// What words name: `env:NAME`, `--option=env:NAME`, `--passphrase-env NAME`.
  init(in words: [String]) {
    for (place, word) in words.enumerated() {
      take(word.utf8)
      if place > 0, words[place - 1] == "--passphrase-env" { names.insert(word) }
      if word.utf8.starts(with: "--passphrase-env=".utf8) { names.insert(String(word.dropFirst(17))) }
    }
  }

  /// Takes in what a text names that is `env:NAME`, alone or behind an option's name.
  mutating func take(_ text: some Collection<UInt8>) {
    let mark = Array("env:".utf8)
    let isOption = text.first == UInt8(ascii: "-")
    guard isOption || text.starts(with: mark), text.count <= 512 else { return }
    let bytes = Array(text)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return }
    names.insert(String(decoding: bytes[(place + mark.count)...], as: UTF8.self))
  }

  /// Returns whether a variable holds a secret.
  func isSecret(_ name: String, _ value: some RandomAccessCollection<UInt8>) -> Bool {
    name.utf8.starts(with: "RELEASE_PASSPHRASE".utf8) || names.contains(name)
      || Self.looksLikePrivateKey(value)
  }

  /// Returns whether a text is PEM of a private key, plain or as base64 of all of it.
  static func looksLikePrivateKey(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    marks.contains { mark in
      text.indices.dropLast(mark.count - 1).contains { text[$0] == mark[0] && text[$0...].starts(with: mark) }
    }
  }

  /// PEM; and base64 of `-----BEGIN P`, of `-----BEGIN ENCRYPTED`, and of both behind one or two more bytes.
  private static let marks = [
    "PRIVATE KEY", "LS0tLS1CRUdJTiBQ", "LS0tLS1CRUdJTiBFTkNSWVBURU", "tLS0tLUJFR0lOI", "0tLS0tQkVHSU4g",
  ].map { Array($0.utf8) }
}

extension [String: String] {
  /// The variables that other programs may see: neither a passphrase nor anything that holds a private key.
  package var withoutSecrets: [String: String] {
    var mentions = VariableMentions(in: [])
    for value in values { mentions.take(value.utf8) }
    return filter { !mentions.isSecret($0.key, Array($0.value.utf8)) }
  }
}
