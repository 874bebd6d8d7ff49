package import StrictJSON

/// Why bytes are no envelope.
package enum EnvelopeError: Error, Hashable {
  /// The bytes are no strict JSON.
  case notJSON(JSONError)
  /// The JSON has another shape.
  case shape(JSONShapeError)
  /// A text that should be base64 is not, or not in canonical form.
  case notBase64(field: String)
  /// There is no signature, or more than 64.
  case signatureCount(Int)
  /// Two signatures name the same key.
  case repeatedKeyID(String)
  /// The payload is of another kind.
  case payloadType(String)
}

extension Envelope {
  /// The largest number of signatures that is read.
  package static let maximumSignatures = 64

  /// Reads an envelope, refusing whatever two parsers could read differently.
  ///
  /// Unknown members are ignored, as DSSE demands.
  ///
  /// - Parameter payloadType: the kind of payload that is expected.
  /// - Throws: `EnvelopeError`.
  package init(parsing bytes: [UInt8], expecting payloadType: String) throws(EnvelopeError) {
    let document = JSONCursor(try Self.json(bytes))
    let type = try Self.shaped { () throws(JSONShapeError) in try document.member("payloadType").string() }
    let payload = try Self.shaped { () throws(JSONShapeError) in try document.member("payload").string() }
    let signatures = try Self.signatures(of: document)
    guard Array(type.utf8) == Array(payloadType.utf8) else { throw .payloadType(type) }
    guard let bytes = Base64.decode(payload) else { throw .notBase64(field: "payload") }
    self.init(payloadType: type, payload: bytes, signatures: signatures)
  }

  private static func json(_ bytes: [UInt8]) throws(EnvelopeError) -> JSONValue {
    do { return try JSONValue(parsing: bytes) } catch { throw .notJSON(error) }
  }

  private static func shaped<T>(_ read: () throws(JSONShapeError) -> T) throws(EnvelopeError) -> T {
    do { return try read() } catch { throw .shape(error) }
  }

  private static func signatures(of document: JSONCursor) throws(EnvelopeError) -> [Signature] {
    let count = try shaped { () throws(JSONShapeError) in try document.member("signatures").count() }
    guard (1...maximumSignatures).contains(count) else { throw .signatureCount(count) }
    let listed = try shaped { () throws(JSONShapeError) in try document.member("signatures").array() }
    var signatures: [Signature] = []
    for cursor in listed { signatures.append(try signature(cursor)) }
    try refuseRepetition(in: signatures)
    return signatures
  }

  private static func signature(_ cursor: JSONCursor) throws(EnvelopeError) -> Signature {
    let keyID = try shaped { () throws(JSONShapeError) in try cursor.optional("keyid")?.string() ?? "" }
    let text = try shaped { () throws(JSONShapeError) in try cursor.member("sig").string() }
    guard let bytes = Base64.decode(text) else { throw .notBase64(field: "sig") }
    return Signature(keyID: keyID, bytes: bytes)
  }

  private static func refuseRepetition(in signatures: [Signature]) throws(EnvelopeError) {
    var seen: Set<[UInt8]> = []
    for signature in signatures where !signature.keyID.isEmpty {
      guard seen.insert(Array(signature.keyID.utf8)).inserted else { throw .repeatedKeyID(signature.keyID) }
    }
  }

  /// The envelope as one compact line with a final newline; equal envelopes give equal bytes.
  package var bytes: [UInt8] {
    let signatures = signatures.map { signature -> JSONValue in
      ["keyid": .string(signature.keyID), "sig": .string(Base64.encode(signature.bytes))]
    }
    let document: JSONValue = [
      "payloadType": .string(payloadType), "payload": .string(Base64.encode(payload)),
      "signatures": .array(signatures),
    ]
    return document.bytes + [UInt8(ascii: "\n")]
  }
}
