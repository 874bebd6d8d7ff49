internal import Effects
internal import OCIImages
internal import StrictJSON

extension Registry {
  /// Gets what the registry wants to be shown, as its challenge says.
  ///
  /// - Parameter shown: what the request had shown, in vain.
  /// - Throws: `unauthorized`, `challenge`, `unsafeAddress`, `credentials`, and what keeps a token from coming.
  func logIn(
    _ response: HTTPResponse, after shown: String?, for request: RegistryRequest, url: String, base: String
  ) async throws(RegistryError) {
    let header = response.headers["www-authenticate"] ?? ""
    let challenges = AuthenticationChallenge.parse(header: header)
    let credentials = try credentials(for: request.scopes)
    let value: String
    if let bearer = challenges.first(where: \.isBearer) {
      guard case .registryToken(let token) = credentials else {
        let asked = TokenRequest(bearer, scopes: request.scopes, credentials: credentials)
        guard let asked else { throw .challenge(url: url, header) }
        return learn(try await token(asked, base: base), for: request.scopes)
      }
      value = "Bearer \(token)"
    } else {
      guard challenges.contains(where: \.isBasic) else { throw .challenge(url: url, header) }
      guard case .password(let user, let password) = credentials else {
        throw .unauthorized(url: url, hadCredentials: credentials != nil, said: response.said)
      }
      value = TokenRequest.basic(user, password)
    }
    // What was refused once is not sent again.
    guard value != shown else { throw .unauthorized(url: url, hadCredentials: true, said: response.said) }
    learn(value)
  }

  private func credentials(for scopes: [RegistryScope]) throws(RegistryError) -> Credentials? {
    do {
      return try settings.credentials.credentials(for: name, repository: scopes.first?.repository ?? "")
    } catch { throw .credentials(error) }
  }

  /// A realm that is less safe than the registry gets neither password nor our trust.
  private func token(_ request: TokenRequest, base: String) async throws(RegistryError) -> Authorization.Token
  {
    let url = request.realm
    guard isSafe(url, besides: base) else { throw .unsafeAddress(url, from: base) }
    var sent = request.http
    // The authority that vouches for the registry vouches for what stands beside it.
    if settings.authorities != nil { sent.trust = trust }
    let response = try await insist(on: sent, .always)
    // What is wrong with an identity token is a bad request (RFC 6749, section 5.2).
    if [400, 401].contains(response.status) {
      throw .unauthorized(url: url, hadCredentials: request.hasCredentials, said: response.said)
    }
    try response.require(200, from: url)
    guard let token = TokenRequest.token(in: response.body) else {
      throw .malformed(url: url, what: "token")
    }
    return Authorization.Token(text: token, isOfCredentials: request.hasCredentials)
  }
}
