extension SlotDescription {
  /// The left column of help: `-k, --key <file>`.
  var helpTerm: String {
    guard kind != .positional else { return usage(of: "<\(names[0])>") }
    let sorted = names.filter(isShort) + names.filter { !isShort($0) }
    return ([sorted.joined(separator: ", ")] + (valueTerm.map { [$0] } ?? [])).joined(separator: " ")
  }

  /// The right column of help: what it means, and how else it can be given.
  var helpText: String {
    var parts = [help]
    if isRequired, kind == .option { parts.append("[required]") }
    if isRepeatable, kind == .option { parts.append("[repeatable]") }
    if kind == .positional, !choices.isEmpty { parts.append("{\(choices.joined(separator: " | "))}") }
    if let environment { parts.append("[env: \(environment)]") }
    return parts.joined(separator: " ")
  }

  /// The notation of the usage line: `<file>`, `[<file>]`, `<file>...`, `[<file>...]`, `--to <env>`.
  var usageTerm: String {
    kind == .positional
      ? usage(of: displayName) : ([names[0]] + (valueTerm.map { [$0] } ?? [])).joined(separator: " ")
  }

  private var valueTerm: String? {
    choices.isEmpty ? valueName.map { "<\($0)>" } : "{\(choices.joined(separator: " | "))}"
  }

  private func usage(of name: String) -> String {
    let repeated = name + (isRepeatable ? "..." : "")
    return isRequired ? repeated : "[\(repeated)]"
  }

  private func isShort(_ name: String) -> Bool { !name.utf8.starts(with: "--".utf8) }
}
