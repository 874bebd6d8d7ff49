/// What a proxy does to a request or to its answer.
package struct ProxyFault: Hashable, Sendable, Encodable {
  private let kind: String
  private var bytes: Int?
  private var seconds: Double?
  private var status: Int?
  private var text: String?
  private var name: String?
  private var fields: [String: String]?
  private var retryDate: Int?
  private var digests: [String]?

  private init(_ kind: String, bytes: Int? = nil, seconds: Double? = nil, text: String? = nil) {
    (self.kind, self.bytes, self.seconds, self.text) = (kind, bytes, seconds, text)
  }
}

extension ProxyFault {
  /// Hands on so many bytes of the request's body, and hangs up on both sides.
  package static func cutRequest(after bytes: Int) -> Self { Self("cutRequest", bytes: bytes) }

  /// Hands on so many bytes of the request's body, and takes no more.
  package static func stallRequest(after bytes: Int, seconds: Double = 60) -> Self {
    Self("stallRequest", bytes: bytes, seconds: seconds)
  }

  /// Hands the whole request on, lets the registry do it, and hangs up without an answer.
  package static var answerLost: Self { Self("answerLost") }

  /// Asks for all of a blob where a part was asked for.
  package static var withoutRange: Self { Self("withoutRange") }

  /// Finds another manifest at each reading, whatever tag or digest was asked for; the last one from then on.
  package static func manifests(_ digests: [String]) -> Self {
    var fault = Self("retag")
    fault.digests = digests
    return fault
  }
}

extension ProxyFault {
  /// Sends so many bytes of the answer's body under the fields of the whole, and hangs up.
  package static func cutResponse(after bytes: Int) -> Self { Self("cutResponse", bytes: bytes) }

  /// Changes one byte of the answer's body.
  package static func corrupt(at place: Int) -> Self { Self("corrupt", bytes: place) }

  /// Sends another body under the fields of the right one, its length told rightly.
  package static func replace(_ body: String) -> Self { Self("replace", text: body) }

  /// Sends only the beginning of the answer's body, its length told rightly.
  package static func truncate(to bytes: Int) -> Self { Self("truncate", bytes: bytes) }

  /// Tells a length that is too long by so many bytes, or too short, and hangs up after the body.
  package static func length(by bytes: Int) -> Self { Self("length", bytes: bytes) }

  /// Sends the answer's body, then a text again and again, with no length told.
  package static func endless(_ text: String = " ") -> Self { Self("endless", text: text) }

  /// Sends the answer's body so many bytes at a time, with a pause after each.
  package static func drip(bytes: Int = 1, seconds: Double) -> Self {
    Self("drip", bytes: bytes, seconds: seconds)
  }

  /// Sends the answer's first line and fields so many bytes at a time, with a pause after each.
  package static func dripHead(bytes: Int = 1, seconds: Double) -> Self {
    Self("dripHead", bytes: bytes, seconds: seconds)
  }

  /// Never answers.
  package static func stall(seconds: Double = 60) -> Self { Self("stall", seconds: seconds) }

  /// Answers with a field of another value, or without it; `{self}` is the request's target, `{n}` a number that is new
  /// each time.
  package static func field(_ name: String, _ value: String?) -> Self {
    var fault = Self("field", text: value)
    fault.name = name
    return fault
  }

  /// Answers with a page after this one: without a target itself, for ever.
  package static func nextPage(_ target: String = "{self}") -> Self {
    field("Link", "<\(target)>; rel=\"next\"")
  }
}

extension ProxyFault {
  /// Answers itself, without the registry.
  package static func answer(_ status: Int, fields: [String: String] = [:], body: String = "") -> Self {
    var fault = Self("answer", text: body)
    (fault.status, fault.fields) = (status, fields)
    return fault
  }

  /// Refuses for now: with `Retry-After` in seconds, as a date so many seconds from now, or without.
  package static func busy(_ status: Int, retryAfter seconds: Int? = nil, orDateIn date: Int? = nil) -> Self {
    var fault = answer(status, fields: seconds.map { ["Retry-After": "\($0)"] } ?? [:])
    fault.retryDate = date
    return fault
  }

  /// Sends the client to the same path at a base URL, or to the URL in which `{self}` is that path; without one to the
  /// proxy's own other port, where its requests are recorded and handed on.
  package static func redirect(_ status: Int = 307, to base: String? = nil) -> Self {
    var fault = Self("redirect", text: base)
    fault.status = status
    return fault
  }

  /// Answers 401 with a challenge that is new each time; for `Bearer` the proxy also gives tokens that are never enough.
  package static func challenge(_ scheme: String = "Bearer") -> Self { Self("challenge", text: scheme) }

  /// Answers with a list of so many tags.
  package static func tags(_ count: Int) -> Self { Self("tags", bytes: count) }
}
