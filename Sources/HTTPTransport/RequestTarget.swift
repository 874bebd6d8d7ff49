internal import Effects

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
  internal import FoundationNetworking
#else
  internal import Foundation
#endif

/// A request that can be sent as it is.
struct RequestTarget: Sendable {
  let request: HTTPRequest
  let url: URL

  /// - Throws: `badURL`, `badField`.
  init(_ request: HTTPRequest) throws(NetworkError) {
    guard let url = URL(string: request.url), ["http", "https"].contains(url.scheme?.lowercased()),
      url.host()?.isEmpty == false
    else { throw .badURL(request.url) }
    guard request.method.isToken else { throw .badField(url: request.url, name: request.method) }
    for (name, value) in request.headers where !name.isToken || !value.isFieldValue {
      throw .badField(url: request.url, name: name)
    }
    self.request = request
    self.url = url
  }

  private init(_ request: HTTPRequest, at url: URL) {
    self.request = request
    self.url = url
  }

  /// Where a response sends us on to: for requests that change nothing, and never from `https` to `http`.
  ///
  /// Another server does not get what was meant for the first one's eyes.
  func redirected(by response: HTTPResponse) -> RequestTarget? {
    guard [301, 302, 303, 307, 308].contains(response.status), ["GET", "HEAD"].contains(request.method),
      let location = response.headers["location"], let target = URL(string: location, relativeTo: url),
      let scheme = target.scheme?.lowercased(),
      scheme == "https" || (scheme, url.scheme?.lowercased()) == ("http", "http")
    else { return nil }
    var next = request
    next.url = target.absoluteString
    let isSameServer = (target.scheme, target.host(), target.port) == (url.scheme, url.host(), url.port)
    if !isSameServer { next.headers = next.headers.filter { !Self.secrets.contains($0.key.lowercased()) } }
    return RequestTarget(next, at: target.absoluteURL)
  }

  private static let secrets: Set = ["authorization", "cookie", "proxy-authorization"]

  /// The request in the library's terms.
  var urlRequest: URLRequest {
    var urlRequest = URLRequest(url: url)
    urlRequest.httpMethod = request.method
    // The deadline is kept in `Exchange`: the library's own limit is on silence only.
    urlRequest.timeoutInterval = max(request.timeout, 1)
    for (name, value) in request.headers { urlRequest.setValue(value, forHTTPHeaderField: name) }
    if !request.body.isEmpty { urlRequest.httpBody = Data(request.body) }
    return urlRequest
  }
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
