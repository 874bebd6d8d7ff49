/// The field that says where a list goes on: `</v2/acme/api/tags/list?last=b>; rel="next"` (RFC 8288, section 3).
enum LinkHeader {
  /// Returns the target of the first link whose relation is `next`.
  static func next(_ value: String) -> String? {
    var rest = value.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let target = String(Substring(rest[rest.index(after: open)..<close]))
      let end = rest[close...].firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
      let parameters = Substring(rest[rest.index(after: close)..<end]).lowercased()
      if parameters.split(whereSeparator: { ";, ".contains($0) }).contains(where: isNext) { return target }
      rest = rest[end...]
    }
    return nil
  }

  private static func isNext(_ parameter: Substring) -> Bool {
    ["rel=next", "rel=\"next\""].contains(parameter)
  }
}
