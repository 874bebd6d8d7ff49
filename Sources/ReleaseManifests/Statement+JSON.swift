package import StrictJSON

/// Why bytes are no statement of ours.
package enum StatementError: Error, Hashable {
  /// The bytes are no strict JSON.
  case notJSON(JSONError)
  /// The JSON has another shape.
  case shape(JSONShapeError)
  /// `_type` is not in-toto's Statement v1.
  case type(String)
  /// The predicate is of another kind.
  case predicateType(String)
  /// There is no subject, or more than 100,000.
  case subjectCount(Int)
  /// A subject has no `sha256` or `gitCommit` digest in lower-case hex.
  case digest(subject: String)
  /// Two subjects have one name.
  case repeatedSubject(String)
  /// A field holds what it must not.
  case field(String, value: String)
}

extension Statement {
  private static let type = "https://in-toto.io/Statement/v1"

  /// The largest number of subjects that is read.
  package static let maximumSubjects = 100_000

  /// Reads a statement.
  ///
  /// - Throws: `StatementError`.
  package init(parsing payload: [UInt8]) throws(StatementError) {
    let document = JSONCursor(try Self.json(payload))
    let type = try Self.shaped { () throws(JSONShapeError) in try document.member("_type").string() }
    guard Array(type.utf8) == Array(Self.type.utf8) else { throw .type(type) }
    self.init(
      subjects: try Self.subjects(of: document),
      predicateType: try Self.shaped { () throws(JSONShapeError) in
        try document.member("predicateType").string()
      },
      predicate: try Self.shaped { () throws(JSONShapeError) in try document.member("predicate").object() })
  }

  /// The statement as compact JSON without a final newline; equal statements give equal bytes.
  package var bytes: [UInt8] {
    let document: JSONValue = [
      "_type": .string(Self.type), "subject": .array(subjects.map(\.json)),
      "predicateType": .string(predicateType), "predicate": .object(predicate),
    ]
    return document.bytes
  }

  private static func json(_ bytes: [UInt8]) throws(StatementError) -> JSONValue {
    do { return try JSONValue(parsing: bytes) } catch { throw .notJSON(error) }
  }

  static func shaped<T>(_ read: () throws(JSONShapeError) -> T) throws(StatementError) -> T {
    do { return try read() } catch { throw .shape(error) }
  }

  private static func subjects(of document: JSONCursor) throws(StatementError) -> [Subject] {
    let count = try shaped { () throws(JSONShapeError) in try document.member("subject").count() }
    guard (1...maximumSubjects).contains(count) else { throw .subjectCount(count) }
    let listed = try shaped { () throws(JSONShapeError) in try document.member("subject").array() }
    var subjects: [Subject] = []
    for cursor in listed { subjects.append(try subject(cursor)) }
    try refuseRepetition(in: subjects)
    return subjects
  }

  private static func subject(_ cursor: JSONCursor) throws(StatementError) -> Subject {
    let name = try shaped { () throws(JSONShapeError) in try cursor.member("name").string() }
    let members = try shaped { () throws(JSONShapeError) in try cursor.member("digest").object() }
    var digest: [String: String] = [:]
    for (algorithm, value) in members.members {
      // Two names that are canonically equivalent would become one here.
      guard case .string(let hex) = value, Hex.decode(hex) != nil,
        digest.updateValue(hex, forKey: algorithm) == nil
      else { throw .digest(subject: name) }
    }
    let isKnown =
      digest["sha256"]?.utf8.count == 64 || [40, 64].contains(digest["gitCommit"]?.utf8.count ?? 0)
    guard isKnown else { throw .digest(subject: name) }
    return Subject(name: name, digest: digest)
  }

  private static func refuseRepetition(in subjects: [Subject]) throws(StatementError) {
    var seen: Set<[UInt8]> = []
    for subject in subjects {
      guard seen.insert(Array(subject.name.utf8)).inserted else { throw .repeatedSubject(subject.name) }
    }
  }
}

/// Equality is that of the written bytes: `String ==` would let a name pass for its canonical equivalent.
extension Statement.Subject: Hashable {
  package static func == (left: Statement.Subject, right: Statement.Subject) -> Bool {
    left.json == right.json
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(json) }

  fileprivate var json: JSONValue {
    let digest = digest.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
    return ["name": .string(name), "digest": .object(JSONObject(digest))]
  }
}
