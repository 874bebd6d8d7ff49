internal import ArgumentSyntax
internal import Mustache
internal import ReleaseConsole
internal import ReleaseManifests
internal import StrictJSON

/// The words for what is wrong with documents.
enum FormatWording {
  static func envelope(_ error: EnvelopeError) -> String {
    switch error {
    case .notJSON(let error): json(error)
    case .shape(let error): shape(error.problem, at: error.path.description).0
    case .notBase64(let field): "`\(field)` is no canonical base64"
    case .signatureCount(let count): "it has \(count) signatures; 1 to \(Envelope.maximumSignatures) are read"
    case .repeatedKeyID(let id): "two signatures name the key \(id)"
    case .payloadType(let type): "its payload is `\(type)`"
    }
  }

  static func statement(_ error: StatementError) -> String {
    switch error {
    case .notJSON(let error): json(error)
    case .shape(let error): shape(error.problem, at: error.path.description).0
    case .type(let type): "its type is `\(type)`, not in-toto's Statement v1"
    case .predicateType(let type): "it is a `\(type)`"
    case .subjectCount(let count): "it has \(count) subjects"
    case .digest(let subject): "the subject `\(subject)` has no digest in lower-case hex"
    case .repeatedSubject(let name): "two subjects are called `\(name)`"
    case .field(let field, let value):
      value.isEmpty ? "`\(field)` is missing, or not what it must be" : "`\(field)` cannot be `\(value)`"
    }
  }

  static func json(_ error: JSONError) -> String {
    "no strict JSON at byte \(error.offset): \(reason(error))"
  }

  static func diagnostic(of data: UnreadableData) -> Diagnostic {
    Diagnostic(
      code: "data",
      problem: "\(data.path), line \(data.line), column \(data.column): \(reason(data.error))", exit: .usage)
  }

  private static func reason(_ error: JSONError) -> String {
    switch error.reason {
    case .duplicateKey(let key): "the key `\(key)` stands twice"
    case .byteOrderMark: "it begins with a byte order mark"
    case .invalidUTF8: "it is no UTF-8"
    case .loneSurrogate: "a `\\u` escape gives half of a character"
    case .trailingBytes: "something follows the document"
    case .trailingComma: "a comma stands before the closing bracket"
    case .tooDeep: "it is nested too deep"
    case .tooLarge: "it is too large"
    case .badNumber: "a number is not written as JSON writes it"
    case .badEscape: "a `\\` stands before what is no escape"
    case .controlCharacter: "a control character stands in a string"
    case .unexpectedByte(let byte): "`\(Character(Unicode.Scalar(byte)))` cannot stand here"
    case .unexpectedEnd: "it ends too early"
    }
  }

  static func shape(_ problem: JSONShapeError.Problem, at path: String) -> (String, [String]) {
    switch problem {
    case .missing: return ("`\(path)` is missing", [])
    case .unknownKey(let allowed):
      let key = String(path.split(separator: ".").last ?? "")
      let near = nearest(to: key, among: allowed).map { ["did you mean `\($0)`?"] } ?? []
      return ("`\(path)` is not known", near + ["known here: \(allowed.joined(separator: ", "))"])
    case .unexpected(let found, let expected):
      return ("`\(path)` is \(article(found)) \(found), expected \(expectation(expected))", [])
    }
  }

  private static func article(_ kind: JSONKind) -> String {
    "aeiou".contains(kind.rawValue.prefix(1)) ? "an" : "a"
  }

  private static func expectation(_ expected: JSONExpectation) -> String {
    switch expected {
    case .oneOf(let choices): "one of \(choices.joined(separator: ", "))"
    case .version: "a version such as `1.5.0`"
    case .timeSpan: "a span such as `30m`"
    case .nonNegativeInteger: "a whole number, 0 or more"
    case .exactly(let number): "\(number)"
    default: "\(expected)"
    }
  }

  static func chain(_ problem: TrustChain.Problem) -> String {
    switch problem {
    case .envelope(let error): envelope(error)
    case .root(let error): statement(error)
    case .notSignedByItself(let version): "root \(version) is not signed by enough of its own root keys"
    case .notSignedByPrevious(let version):
      "root \(version) is not signed by enough root keys of root \(version - 1)"
    case .versionGap(let expected, let found): "root \(found) stands where root \(expected) is due"
    case .otherProject(let expected, let found): "it is for \(found), not for \(expected)"
    }
  }

  static func diagnostic(of error: TemplateError) -> Diagnostic {
    Diagnostic(
      code: "template",
      problem: "\(error.template), line \(error.line), column \(error.column): \(template(error.kind))",
      exit: .usage)
  }

  private static func template(_ kind: TemplateError.Kind) -> String {
    switch kind {
    case .unclosedTag: "a tag is not closed"
    case .unclosedSection(let name): "the section `\(name)` is not closed"
    case .unexpectedClose(let name): "`\(name)` is closed and was never opened"
    case .mismatchedClose(let expected, let found): "`\(found)` is closed where `\(expected)` is open"
    case .invalidDelimiters(let text): "`\(text)` cannot be delimiters"
    case .invalidName(let name): "`\(name)` cannot be a name"
    case .tooDeep(let limit): "it is nested deeper than \(limit)"
    case .unreadable(let reason): reason
    case .outputTooLarge(let limit): "it makes more than \(limit) bytes"
    case .tooManySteps(let limit): "it takes more than \(limit) steps"
    }
  }
}
