internal import Effects
internal import ReleasePlanning
internal import Rollouts
internal import StrictJSON

extension CheckRunner {
  /// Asks a page and holds the answer against what is expected.
  func measure(_ page: Check.HTTPProbe) async -> Measurement {
    do {
      let request = HTTPRequest(url: page.address, timeout: Double(page.timeout.seconds), bodyLimit: 1 << 20)
      return Self.judge(try await world.network.send(request), against: page)
    } catch {
      return Measurement(error)
    }
  }

  static func judge(_ response: HTTPResponse, against page: Check.HTTPProbe) -> Measurement {
    guard response.status == page.status else {
      return Measurement(.fail, "status \(response.status), expected \(page.status)")
    }
    guard !page.json.isEmpty else { return Measurement(.pass, "status \(response.status)") }
    let body: JSONValue
    do { body = try JSONValue(parsing: response.body) } catch {
      return Measurement(.fail, "the body is no JSON")
    }
    for (path, expected) in page.json.sorted(by: { $0.key < $1.key }) {
      let found = body.member(at: path)
      guard found?.says(expected) == true else {
        return Measurement(.fail, "\(path) is \(found?.text ?? "absent"), expected \(expected.text)")
      }
    }
    return Measurement(.pass, "status \(response.status), \(page.json.count) fields as expected")
  }
}

extension JSONValue {
  /// The member that a path with dots leads to: `status`, `build.version`.
  fileprivate func member(at path: String) -> JSONValue? {
    var value = self
    for key in path.utf8.split(separator: UInt8(ascii: ".")) {
      guard case .object(let object) = value, let next = object[String(decoding: Array(key), as: UTF8.self)]
      else { return nil }
      value = next
    }
    return value
  }

  /// Returns whether this says the same as another: JSON gives no meaning to the order of members, nor to the way a
  /// number is written.
  fileprivate func says(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.object(let left), .object(let right)):
      left.count == right.count && left.members.allSatisfy { right[$0.key].map($0.value.says) == true }
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.says($1) }
    case (.number(let left), .number(let right)): left.double == right.double
    case (.number(let number), .integer(let integer)), (.integer(let integer), .number(let number)):
      number.double == Double(integer)
    default: self == other
    }
  }

  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
