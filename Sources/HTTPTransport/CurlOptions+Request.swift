internal import Effects

extension CurlOptions {
  /// The options for one request.
  ///
  /// - Parameters:
  ///   - seconds: how long it may take; more than 0.
  ///   - contentPath: the file that holds the content, when there is any.
  init(_ target: RequestTarget, seconds: Double, contentPath: String?) {
    addFixed()
    let time = Self.decimal(seconds)
    add("max-time", time)
    // Without this one, curl's own limit for it ends a longer wait early.
    add("connect-timeout", time)
    addPace(target.request)
    addTrust(target.request)
    add("url", target.address.text)
    addMethod(target.request)
    addContent(target.request, at: contentPath)
    addFields(target.request)
    if target.followsRedirects { add("write-out", "%{stderr}\n\(CurlReport.redirectMark)%{redirect_url}\n") }
  }

  /// The URL as it is written, over HTTP and nothing else; the head apart from the content.
  ///
  /// The head goes through a pipe rather than to a file: what a server sends without end fills no disk.
  private mutating func addFixed() {
    for option in ["silent", "show-error", "globoff", "path-as-is", "suppress-connect-headers"] {
      add(option)
    }
    add("proto", "=http,https")
    add("proto-redir", "=http,https")
    add("dump-header", "/dev/stderr")
  }

  private mutating func addMethod(_ request: HTTPRequest) {
    // The length that the response to a HEAD states is not that of anything that comes.
    if request.method == "HEAD" { return add("head") }
    add("request", request.method)
    // curl takes 0 for "no limit"; what comes is counted in any case.
    if request.bodyLimit > 0 { add("max-filesize", "\(request.bodyLimit)") }
  }

  /// Methods whose meaning is in their content say so when there is none (RFC 9110, section 8.6).
  private mutating func addContent(_ request: HTTPRequest, at path: String?) {
    if let path { return add("upload-file", path) }
    if ["POST", "PUT", "PATCH"].contains(request.method) { add("data-binary", "") }
  }

  /// The fields of the request, and without those that curl would add for content; a digest is one of content as it is.
  private mutating func addFields(_ request: HTTPRequest) {
    let names = Set(request.headers.keys.map { $0.lowercased() })
    for name in ["Content-Type", "Expect"] where !names.contains(name.lowercased()) {
      add("header", "\(name):")
    }
    if !names.contains("accept-encoding") { add("header", "Accept-Encoding: identity") }
    for (name, value) in request.headers.sorted(by: { $0.key < $1.key }) {
      let isBlank = value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      // `Name:` takes a field away; `Name;` is how to send one that is empty.
      add("header", isBlank ? "\(name);" : "\(name): \(value)")
    }
  }

  /// Seconds as a decimal number, in whole milliseconds as curl counts them, and never its 0 for "no limit".
  private static func decimal(_ seconds: Double) -> String {
    let milliseconds = Int((min(seconds, 1e9) * 1000).rounded(.up))
    let digits = String(milliseconds % 1000 + 1000).dropFirst()
    return "\(milliseconds / 1000).\(digits)"
  }
}
