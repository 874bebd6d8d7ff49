/// The host of a registry and its port, as a reference names them.
struct HostName {
  /// The host: a name, an IPv4 address, or an IPv6 address in brackets.
  let name: String
  /// The port, when one was given.
  let port: String?

  /// Splits at the last colon outside of brackets.
  init(_ text: String) {
    let bytes = text.utf8
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), !bytes[colon...].contains(UInt8(ascii: "]"))
    else {
      (name, port) = (text, nil)
      return
    }
    name = String(Substring(bytes[..<colon]))
    port = String(Substring(bytes[bytes.index(after: colon)...]))
  }

  /// What is wrong with it, if anything.
  var problem: ImageNameProblem? {
    guard isAddress || isDomain else { return .host(name) }
    guard let port else { return nil }
    let isNumber = (1...5).contains(port.utf8.count) && port.utf8.allSatisfy(Ascii.isDigit)
    return isNumber && (1...65_535).contains(Int(port) ?? 0) ? nil : .port(port)
  }

  var isLoopback: Bool {
    let name = Ascii.lowercased(name)
    if name == "localhost" || name.utf8.suffix(10).elementsEqual(".localhost".utf8) { return true }
    if name == "[::1]" || name == "[0:0:0:0:0:0:0:1]" { return true }
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].elementsEqual("127".utf8) && parts.allSatisfy(Self.isOctet)
  }

  private var isAddress: Bool {
    name.utf8.count > 2 && name.utf8.first == UInt8(ascii: "[") && name.utf8.last == UInt8(ascii: "]")
      && name.utf8.dropFirst().dropLast().allSatisfy { byte in
        Ascii.isLowerHex(byte | 0x20) || byte == UInt8(ascii: ":")
      }
  }

  private var isDomain: Bool {
    name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last else { return false }
      return Ascii.isAlphanumeric(first) && Ascii.isAlphanumeric(last)
        && label.allSatisfy { Ascii.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isOctet(_ digits: Substring.UTF8View) -> Bool {
    guard (1...3).contains(digits.count), digits.allSatisfy(Ascii.isDigit),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return false }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
  }
}
