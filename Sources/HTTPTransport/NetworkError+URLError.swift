internal import Effects

#if canImport(FoundationEssentials)
  internal import Foundation
  internal import FoundationNetworking
#else
  internal import Foundation
#endif

extension NetworkError {
  /// The fact behind an error of the library.
  init(_ error: any Error, url: String, after seconds: Double) {
    let message = error.localizedDescription
    switch (error as? URLError)?.code {
    case .badURL, .unsupportedURL: self = .badURL(url)
    case .cannotFindHost, .dnsLookupFailed: self = .unknownHost(url: url)
    case .cannotConnectToHost, .notConnectedToInternet: self = .refused(url: url)
    case .timedOut: self = .timedOut(url: url, after: seconds)
    case .cancelled: self = .cancelled(url: url)
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
      .clientCertificateRequired:
      self = .tls(url: url, message: message)
    // On Linux most failures of TLS come without a code of their own.
    case .unknown where message.contains("SSL") || message.contains("TLS"):
      self = .tls(url: url, message: message)
    default: self = .other(url: url, message: message)
    }
  }
}

extension HTTPResponse {
  /// A response in the library's terms.
  init(_ head: HTTPURLResponse, body: [UInt8]) {
    let fields = head.allHeaderFields.map { ("\($0.key)", "\($0.value)") }
    self.init(status: head.statusCode, headers: Dictionary(fields) { "\($0), \($1)" }, body: body)
  }
}
