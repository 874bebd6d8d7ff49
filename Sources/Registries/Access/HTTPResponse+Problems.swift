internal import Effects
internal import StrictJSON

extension HTTPResponse {
  /// What the registry says went wrong (distribution-spec, "Error Codes"); nil when it says nothing in that form.
  var said: String? {
    // An answer in another form says nothing that could be quoted.
    guard
      let errors = try? JSONCursor(JSONValue(parsing: Array(body.prefix(1 << 16)))).member("errors").array()
    else { return nil }
    let words = errors.prefix(3).compactMap { error -> String? in
      let parts = ["code", "message"].compactMap { try? error.optional($0)?.string() }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
    return words.isEmpty ? nil : String(words.joined(separator: "; ").prefix(500))
  }

  /// Refuses every status but those that were hoped for.
  ///
  /// - Throws: `notFound`, `denied`, `status`.
  func require(_ statuses: Int..., from url: String) throws(RegistryError) {
    guard !statuses.contains(status) else { return }
    switch status {
    case 403: throw .denied(url: url, said: said)
    case 404: throw .notFound(url: url)
    default: throw .status(url: url, status, said: said)
    }
  }
}
