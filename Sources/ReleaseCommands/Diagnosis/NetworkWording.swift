internal import Effects

/// The words for why no response came.
enum NetworkWording {
  static func problem(_ error: NetworkError) -> String {
    switch error {
    case .badURL(let url): "`\(plain(url))` is no address"
    case .badField(let url, let name): "`\(plain(url))`: the field `\(name)` cannot be sent"
    case .unknownHost(let url): "`\(plain(url))`: nobody knows the host"
    case .refused(let url): "`\(plain(url))`: nobody answers there"
    case .timedOut(let url, let seconds): "`\(plain(url))`: no whole answer within \(seconds) s"
    case .stalled(let url, let seconds): "`\(plain(url))`: nearly nothing came or went for \(seconds) s"
    case .tls(let url, let message): "`\(plain(url))` cannot be trusted: \(message)"
    case .tooLarge(let url, let limit): "`\(plain(url))`: the answer is longer than \(limit) bytes"
    case .tooManyRedirects(let url, let limit): "`\(plain(url))` sends us on more than \(limit) times"
    case .cancelled: "interrupted"
    case .curlMissing: "there is no `curl` on the PATH, which speaks HTTP for us"
    case .notStarted(_, let error): FileWording.problem(error)
    case .contentNotStored(_, let error): FileWording.problem(error)
    case .other(let url, let message): "`\(plain(url))`: \(message)"
    }
  }

  static func hint(_ error: NetworkError) -> String? {
    switch error {
    case .tls: "name its authority with `--registry-ca FILE`, if you have it from somebody you trust"
    case .curlMissing: "install curl, 7.74 or later"
    case .unknownHost, .refused, .timedOut: "check the name, the network and the proxy, and try again"
    default: nil
    }
  }

  private static func plain(_ url: String) -> String { RegistryWording.plain(url) }
}
