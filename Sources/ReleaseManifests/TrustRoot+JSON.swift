internal import ReleaseSigning
internal import StrictJSON

extension TrustRoot {
  /// The longest root that is read, in bytes.
  package static let maximumBytes = 1 << 20

  /// The largest number of keys of a role: more than an envelope has signatures could never sign together, and each
  /// signature of a stranger costs as many attempts.
  package static let maximumRoleKeys = Envelope.maximumSignatures

  /// The root as compact JSON, its members, keys and roles always in the same order.
  package var bytes: [UInt8] {
    let document: JSONValue = [
      "schema": 1, "project": .string(project), "version": .integer(version),
      "expires": .string(expires.description),
      "keys": .object(JSONObject(keys.sorted { $0.key < $1.key }.map { ($0.key.hex, $0.value.json) })),
      "roles": .object(JSONObject(roles.sorted { $0.key < $1.key }.map { ($0.key.name, $0.value.json) })),
      "ledger_origin": .string(ledgerOrigin),
    ]
    return document.bytes
  }

  /// The envelope that carries this root, not yet signed.
  package var envelope: Envelope { Envelope(payloadType: PayloadType.trustRoot, payload: bytes) }

  /// Reads a root; whether it is to be believed is another question.
  ///
  /// Roles that this version does not know grant nothing and are passed over.
  ///
  /// - Throws: `StatementError`: each key must be an Ed25519 key of full order under its own key id, each threshold
  ///   between 1 and the number of the role's keys, these at most 64, and `root` must be there.
  package init(parsing payload: [UInt8]) throws(StatementError) {
    let fields = StatementFields(try Self.document(payload))
    guard try fields.count("schema") == 1 else { throw .field("schema", value: "not 1") }
    var keys: [KeyID: Key] = [:]
    for (id, value) in try fields.optionalRawObject("keys")?.members ?? [] {
      let key = try Self.key(value, under: id)
      keys[key.publicKey.keyID] = key
    }
    var roles: [Role: Grant] = [:]
    for (name, value) in try fields.optionalRawObject("roles")?.members ?? [] {
      guard let role = Role(name) else { continue }
      roles[role] = try Self.grant(value, named: name, among: keys)
    }
    guard roles[.root] != nil else { throw .field("roles", value: "root is missing") }
    let version = try fields.count("version")
    // There must be a version after it, for the root to be replaced by.
    guard (1..<Int64.max).contains(version) else { throw .field("version", value: "\(version)") }
    self.init(
      project: try fields.parsed("project") { Identifier.isName($0) ? $0 : nil }, version: version,
      expires: try fields.timestamp("expires"), keys: keys, roles: roles,
      ledgerOrigin: try fields.parsed("ledger_origin") { Identifier.isOrigin($0) ? $0 : nil })
  }

  private static func document(_ payload: [UInt8]) throws(StatementError) -> JSONObject {
    let value: JSONValue
    do { value = try JSONValue(parsing: payload, limits: JSONLimits(bytes: maximumBytes)) } catch {
      throw .notJSON(error)
    }
    return try Statement.shaped { () throws(JSONShapeError) in try JSONCursor(value).object() }
  }

  private static func key(_ value: JSONValue, under id: String) throws(StatementError) -> Key {
    let fields = StatementFields(
      try Statement.shaped { () throws(JSONShapeError) in try JSONCursor(value).object() })
    // Why libcrypto would not have the key adds nothing to the key id that names it.
    let key = try fields.parsed("public") { Base64.decode($0).flatMap { try? PublicKey(spki: $0) } }
    guard key.keyID.hex.utf8.elementsEqual(id.utf8) else { throw .field("keys", value: id) }
    return Key(publicKey: key, name: try fields.optionalLine("name") ?? "")
  }

  private static func grant(
    _ value: JSONValue, named name: String, among keys: [KeyID: Key]
  ) throws(StatementError) -> Grant {
    let fields = StatementFields(
      try Statement.shaped { () throws(JSONShapeError) in try JSONCursor(value).object() })
    let listed = try Statement.shaped { () throws(JSONShapeError) in
      try JSONCursor(value).member("keyids").strings()
    }
    guard listed.count <= maximumRoleKeys else {
      throw .field("roles.\(name).keyids", value: "\(listed.count)")
    }
    let ids = listed.compactMap { KeyID(hex: $0) }.filter { keys[$0] != nil }
    guard ids.count == listed.count, Set(ids).count == ids.count else {
      throw .field("roles.\(name).keyids", value: "")
    }
    let threshold = try fields.count("threshold")
    guard (1...Int64(max(1, ids.count))).contains(threshold), !ids.isEmpty else {
      throw .field("roles.\(name).threshold", value: "\(threshold)")
    }
    return Grant(keyIDs: ids, threshold: Int(threshold))
  }
}

extension TrustRoot.Key {
  fileprivate var json: JSONValue {
    ["public": .string(Base64.encode(publicKey.spki)), "name": .string(name)]
  }
}

extension TrustRoot.Grant {
  fileprivate var json: JSONValue {
    ["keyids": .array(keyIDs.map { .string($0.hex) }), "threshold": .integer(Int64(threshold))]
  }
}
