import Effects
import Foundation
import WorldSupport

/// The program `curl` as a client that judges nothing.
struct Curl {
  /// How it ended; 18 is a body that was cut, 28 a time-out, 52 no answer at all, 56 a connection that was cut.
  let exit: Int32
  let status: Int
  let fields: [String: String]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  init(_ arguments: String..., input: [UInt8] = []) throws {
    let words = ["curl", "--silent", "--noproxy", "*", "--max-time", "30", "--dump-header", "/dev/stderr"]
    let ended = try Scratch.programs.run(Subprocess(argv: words + arguments, input: input, timeout: 60))
    exit = if case .exited(let status) = ended.status { status } else { -1 }
    let heads = String(decoding: ended.errorOutput, as: UTF8.self).components(separatedBy: "\r\n\r\n")
    let lines = (heads.last { $0.hasPrefix("HTTP/") } ?? "").components(separatedBy: "\r\n")
    status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let pairs = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map { (line[..<$0].lowercased(), String(line[$0...].dropFirst(2))) }
    }
    fields = Dictionary(pairs) { $1 }
    body = ended.output
  }
}
