internal import ArgumentSyntax
internal import ReleaseSigning

/// `NAME=sha256:…` on the command line.
struct ImageDigest: Hashable, Sendable, ArgumentValue {
  let name: String
  let digest: Digest

  init(argument: String) throws(ArgumentValueError) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let text = parts.last, let place = text.range(ofLast: "sha256:"),
      let digest = Digest(hex: String(text[place...]))
    else { throw .form("`NAME=sha256:<64 hex digits>`") }
    name = parts[0]
    self.digest = digest
  }
}

extension String {
  /// The index right after the last place of a mark.
  fileprivate func range(ofLast mark: String) -> Index? {
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    guard let place = bytes.indices.last(where: { bytes[$0...].starts(with: mark) }) else { return nil }
    return utf8.index(utf8.startIndex, offsetBy: place + mark.count)
  }
}
