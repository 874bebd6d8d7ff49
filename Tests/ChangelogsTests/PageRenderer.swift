import Foundation

/// The program `cmark-gfm`, which makes HTML of Markdown as GitHub does.
enum PageRenderer {
  private static let program = "/usr/bin/cmark-gfm"

  /// Whether the program is there; on other machines the tests are skipped.
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// Returns the HTML of a text, with all that GitHub adds to CommonMark.
  static func render(_ markdown: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).md")
    try Data(markdown.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments =
      ["autolink", "table", "strikethrough", "tasklist"].flatMap { ["-e", $0] } + ["--unsafe", file.path]
    process.standardOutput = output
    try process.run()
    defer { process.waitUntilExit() }
    return String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }
}
