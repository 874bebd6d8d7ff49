extension JSONObject {
  /// Makes an object of members in their order; of two with one key the later value stays in the earlier
  /// place.
  package init(_ members: some Sequence<(String, JSONValue)>) {
    self.init()
    for (key, value) in members { append(key, value) }
  }
}
