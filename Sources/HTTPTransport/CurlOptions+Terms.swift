internal import Effects

extension CurlOptions {
  /// How slow the exchange may be; curl wants whole seconds, and takes 0 bytes for no pace.
  mutating func addPace(_ request: HTTPRequest) {
    guard let pace = request.pace, pace.bytes > 0 else { return }
    add("speed-limit", "\(pace.bytes)")
    add("speed-time", "\(pace.seconds > 1 ? Int(min(pace.seconds, 1e9).rounded(.up)) : 1)")
  }

  /// Whom to trust, and whose certificate to show.
  mutating func addTrust(_ request: HTTPRequest) {
    guard let trust = request.trust else { return }
    if let authorities = trust.authorities {
      add("cacert", authorities)
      // Those that curl was built to look up in a folder would count beside.
      add("capath", "/dev/null")
    }
    if let certificate = trust.certificate {
      add("cert", Self.withoutPassphrase(certificate))
      // A key that is encrypted shall fail: without this a question on the terminal would wait for an answer.
      add("pass", "")
    }
    if let key = trust.key { add("key", key) }
  }

  /// The path as curl reads it where a passphrase may follow after a colon.
  private static func withoutPassphrase(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      if scalar == ":" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
