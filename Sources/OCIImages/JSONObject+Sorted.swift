internal import StrictJSON

extension JSONObject {
  /// An object of texts in the order of their keys' bytes.
  init(sorted table: [String: String]) {
    let members = table.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.init(members.map { ($0.key, JSONValue.string($0.value)) })
  }
}
