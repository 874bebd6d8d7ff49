/// What curl writes to its standard error: the heads of responses, what went wrong, and where a redirect leads to.
struct CurlReport {
  /// What stands before the URL of a redirect, on the last line.
  static let redirectMark = "redirect "

  /// The head of the response that counts, whole.
  let head: ResponseHead?
  /// What went wrong, in curl's words.
  let problem: String?
  /// The absolute URL that the response sends us on to.
  let redirect: String?

  init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    head = ResponseHead.last(in: lines)
    problem = lines.last { $0.starts(with: "curl: ".utf8) }.map(Self.words)
    redirect = lines.dropLast().last.flatMap(Self.markedURL)
  }

  /// The message of `curl: (7) message`.
  private static func words(_ line: ArraySlice<UInt8>) -> String {
    let message = line.dropFirst("curl: ".utf8.count)
    guard message.first == UInt8(ascii: "("), let end = message.firstIndex(of: UInt8(ascii: ")")) else {
      return String(decoding: message, as: UTF8.self)
    }
    return String(decoding: message[(end + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
  }

  private static func markedURL(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: redirectMark.utf8), line.count > redirectMark.utf8.count else { return nil }
    return String(decoding: line.dropFirst(redirectMark.utf8.count), as: UTF8.self)
  }
}
