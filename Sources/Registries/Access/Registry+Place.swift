internal import Effects
internal import OCIImages

extension Registry {
  /// Where the registry is: scheme, host and port.
  ///
  /// TLS, unless it was asked for without. One of this machine is asked which of the two it speaks.
  func findBase() async throws(RegistryError) -> String {
    if settings.plainHTTP.contains(name) || settings.plainHTTP.contains(host) { return "http://\(host)" }
    guard isLoopback else { return "https://\(host)" }
    let plain = "http://\(host)"
    do {
      let response = try await world.network.send(
        HTTPRequest(url: "\(plain)/v2/", timeout: 10, bodyLimit: 1 << 16))
      // What speaks TLS calls a request without it a bad one.
      return response.status == 400 ? "https://\(host)" : plain
    } catch {
      if case .other = error { return "https://\(host)" }
      throw .network(error)
    }
  }

  /// Returns whether an address is the registry's own: only there does it get what it is told.
  nonisolated func isOwn(_ url: String, _ base: String) -> Bool {
    Self.server(of: url).utf8.elementsEqual(Self.server(of: base).utf8)
  }

  /// Scheme, host and port of an address; a port that goes without saying is left out.
  private static func server(of url: String) -> String {
    let parts = url.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty else { return url }
    let scheme = String(Substring(parts[0])).lowercased()
    let host = String(Substring(parts[2].prefix { !"/?#".utf8.contains($0) })).lowercased()
    let port = scheme == "https:" ? ":443" : ":80"
    return "\(scheme)//\(host.hasSuffix(port) ? String(host.dropLast(port.utf8.count)) : host)"
  }

  /// Returns whether an address is no less safe than the registry itself: TLS, or what may do without as the registry does.
  func isSafe(_ url: String, besides base: String) -> Bool {
    let plain = "http://"
    if url.utf8.starts(with: "https://".utf8) { return true }
    guard base.utf8.starts(with: plain.utf8), url.utf8.starts(with: plain.utf8) else { return false }
    let server = String(Substring(url.utf8.dropFirst(plain.utf8.count).prefix { !"/?#".utf8.contains($0) }))
    // What is no name of a host is none of this machine.
    return settings.plainHTTP.contains(server) || (try? ImageName(parsing: "\(server)/x"))?.isLoopback == true
  }

  /// Whose certificates count: the file that was named, or else what docker and containers keep for this registry.
  ///
  /// Source: docker, "Verify repository client with certificates"; containers-certs.d(5).
  var trust: HTTPTrust? {
    if let named = settings.authorities { return HTTPTrust(authorities: named, certificate: nil, key: nil) }
    for folder in ["/etc/docker/certs.d/\(host)", "/etc/containers/certs.d/\(host)"] {
      guard let names = try? world.files.list(folder) else { continue }
      let authority = names.first { $0.hasSuffix(".crt") }
      let client = names.first { $0.hasSuffix(".cert") }
      let key = client.map { $0.dropLast(4) + "key" }.flatMap {
        names.contains(String($0)) ? String($0) : nil
      }
      return HTTPTrust(
        authorities: authority.map { "\(folder)/\($0)" },
        certificate: key == nil ? nil : client.map { "\(folder)/\($0)" }, key: key.map { "\(folder)/\($0)" })
    }
    return nil
  }
}
