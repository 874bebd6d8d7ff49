internal import Effects

/// A request that can be sent as it is.
struct RequestTarget: Sendable {
  let request: HTTPRequest
  let address: HTTPAddress

  /// - Throws: `badURL`, `badField`.
  init(_ request: HTTPRequest) throws(NetworkError) {
    guard let address = HTTPAddress(request.url) else { throw .badURL(request.url) }
    guard request.method.isToken else { throw .badField(url: request.url, name: request.method) }
    for (name, value) in request.headers where !name.isToken || !value.isFieldValue {
      throw .badField(url: request.url, name: name)
    }
    for path in request.trust?.paths ?? [] where path.utf8.contains(0) {
      throw .badField(url: request.url, name: path)
    }
    self.request = request
    self.address = address
  }

  private init(_ request: HTTPRequest, at address: HTTPAddress) {
    self.request = request
    self.address = address
  }

  /// Whether a redirect of this request may be followed at all: one that changes nothing, when it was asked for.
  var followsRedirects: Bool { request.redirectLimit > 0 && ["GET", "HEAD"].contains(request.method) }

  /// Where a response sends us on to: never from `https` to `http`, nor to anything else.
  ///
  /// Another server does not get what was meant for the first one's eyes. This is why curl follows none by itself:
  /// it would go from `https` to `http` when asked to follow both, and keeps fewer fields back.
  func redirected(to url: String?, by status: Int) -> RequestTarget? {
    guard followsRedirects, [301, 302, 303, 307, 308].contains(status),
      let next = url.flatMap(HTTPAddress.init), next.isSecure || !address.isSecure
    else { return nil }
    var request = request
    request.url = next.text
    let target = RequestTarget(request, at: next)
    if target.isAtServer(of: self) { return target }
    request.trust = nil
    request.headers = request.headers.filter { !Self.secrets.contains($0.key.lowercased()) }
    return RequestTarget(request, at: next)
  }

  /// Whether both go to one server: scheme, host and port.
  func isAtServer(of other: RequestTarget) -> Bool {
    (address.isSecure, address.server) == (other.address.isSecure, other.address.server)
  }

  private static let secrets: Set = ["authorization", "cookie", "proxy-authorization"]
}

extension HTTPTrust {
  fileprivate var paths: [String] { [authorities, certificate, key].compactMap(\.self) }
}

extension String {
  /// Whether the text is a token (RFC 9110, section 5.6.2), as methods and field names are.
  fileprivate var isToken: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "^")...UInt8(ascii: "z"):
          true
        default: "!#$%&'*+-.|~".utf8.contains(byte)
        }
      }
  }

  /// Whether the text stays within its field (RFC 9110, section 5.5): no control character but the tab.
  fileprivate var isFieldValue: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 } }
}
