import SemanticVersions
import Testing
import VersionFiles

/// A file before and after, as a test writes it down: `‹old›` is the place that gets the new version.
///
/// The old text is between the signs; all bytes around them have to stay.
struct Edit: Sendable, CustomTestStringConvertible {
  let name: String
  let marked: String
  var context = VersionFileContext()
  var version = "2.0.0-rc.1"
  /// What is written, where that is not the version itself.
  var written: String?

  init(
    _ name: String, _ marked: String, packages: Set<String> = [], folder: String = "",
    version: String = "2.0.0-rc.1", written: String? = nil
  ) {
    self.name = name
    self.marked = marked
    context = VersionFileContext(packages: packages, folder: folder)
    self.version = version
    self.written = written
  }

  var testDescription: String { "\(name): \(marked.prefix(60).debugDescription)" }

  var format: VersionFormat { VersionFormat(path: name) ?? .marked }

  var before: [UInt8] { Array(pieces.joined().utf8) }

  var after: [UInt8] {
    let texts = pieces.enumerated().map { $0.offset % 2 == 0 ? $0.element : written ?? version }
    return Array(texts.joined().utf8)
  }

  /// The text of the first place.
  var current: String? { pieces.count > 1 ? pieces[1] : nil }

  private var pieces: [String] {
    marked.split(omittingEmptySubsequences: false) { $0 == "‹" || $0 == "›" }.map(String.init)
  }

  func write() throws -> [UInt8] {
    try format.writing(Version(parsing: version), into: before, context: context)
  }

  /// Checks that the version goes into the places and nowhere else, and that writing it again changes nothing.
  func check() throws {
    let result = try write()
    #expect(String(decoding: result, as: UTF8.self) == String(decoding: after, as: UTF8.self))
    #expect(result == after)
    #expect(try format.writing(Version(parsing: version), into: result, context: context) == result)
  }

  /// The error of writing into a file with this text.
  static func error(
    _ name: String, _ text: String, packages: Set<String> = [], folder: String = "", version: String = "2.0.0"
  ) throws -> VersionFileError? {
    let edit = Edit(name, text, packages: packages, folder: folder, version: version)
    do { _ = try edit.write() } catch let error as VersionFileError { return error }
    return nil
  }
}
