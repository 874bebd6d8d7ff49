import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

/// The layer that refuses, and why it does.
enum Fault: Hashable, Sendable {
  /// The envelope is no strict JSON.
  case envelopeText(JSONError.Reason)
  /// The envelope is JSON of another form.
  case envelope(EnvelopeError)
  /// No signature counts, of so many.
  case signature(of: Int)
  /// Too few signatures count.
  case threshold(met: Int)
  /// What is signed is no strict JSON.
  case statementText(JSONError.Reason)
  /// What is signed is JSON, but no statement.
  case statement(StatementError)
  /// What is signed is a statement, but no manifest.
  case manifest(StatementError)
  /// The trust root speaks against it.
  case trust(Refusal)
}

extension ManifestVerdict {
  /// What refused; empty for a verified manifest.
  var faults: [Fault] { refusals.map(fault) }

  private func fault(_ refusal: Refusal) -> Fault {
    switch refusal {
    case .malformedEnvelope(.notJSON(let error)): .envelopeText(error.reason)
    case .malformedEnvelope(let error): .envelope(error)
    case .signatureUntrusted(let count, .some(.release)): .signature(of: count)
    case .thresholdNotMet(2, let met, .some(.release)): .threshold(met: met)
    case .malformedManifest(.notJSON(let error)): .statementText(error.reason)
    case .malformedManifest(let error): isStatement ? .manifest(error) : .statement(error)
    default: .trust(refusal)
    }
  }

  /// Whether the layer below the manifest accepts the payload.
  private var isStatement: Bool {
    // Only whether it is one is asked here; why not is in the refusal.
    envelope.flatMap { try? Statement(parsing: $0.payload) } != nil
  }
}

/// A manifest that holds but for one change, and what must refuse it: nothing, when the change is harmless.
struct Mutation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let faults: [Fault]
  let bytes: @Sendable (Workshop) throws -> [UInt8]

  /// Any change.
  init(_ name: String, _ fault: Fault?, bytes: @escaping @Sendable (Workshop) throws -> [UInt8]) {
    (testDescription, faults, self.bytes) = (name, fault.map { [$0] } ?? [], bytes)
  }

  /// A change of the envelope after it was signed.
  init(_ name: String, _ fault: Fault?, envelope old: String, to new: String) {
    self.init(name, fault) { shop in Array(try edit(text(shop.envelope().bytes), old, new).utf8) }
  }

  /// A change of the base64 text of the payload.
  init(_ name: String, _ fault: Fault, payload change: @escaping @Sendable (String) -> String) {
    self.init(name, fault) { shop in
      let payload = Base64.encode(shop.manifest.statement.bytes)
      return Array(try edit(text(shop.envelope().bytes), payload, change(payload)).utf8)
    }
  }

  /// A change of the base64 text of the first signature.
  init(_ name: String, _ fault: Fault, signature change: @escaping @Sendable (String) -> String) {
    self.init(name, fault) { shop in
      let signature = try Base64.encode(shop.envelope().signatures[0].bytes)
      return Array(try edit(text(shop.envelope().bytes), signature, change(signature)).utf8)
    }
  }

  /// A change of the bytes of the first signature.
  init(_ name: String, signatureBytes change: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.init(name, .threshold(met: 1)) { shop in
      let signature = try shop.envelope().signatures[0].bytes
      let (old, new) = (Base64.encode(signature), Base64.encode(change(signature)))
      return Array(try edit(text(shop.envelope().bytes), old, new).utf8)
    }
  }

  /// A change of the payload before it is signed.
  init(_ name: String, _ fault: Fault, signing old: String, to new: String) {
    self.init(name, fault) { shop in try shop.sealed(Array(edit(shop.payload, old, new).utf8)) }
  }

  /// An envelope of signatures that were made over something else than the signed bytes of the manifest.
  init(_ name: String, signing message: @escaping @Sendable (Workshop) throws -> [UInt8]) {
    self.init(name, .signature(of: 2)) { shop in
      let signatures = try [Signer.alice, .bob].map {
        try ($0.key().publicKey.keyID.hex, $0.key().sign(message(shop)))
      }
      return rawEnvelope(shop.manifest.statement.bytes, signatures)
    }
  }
}

/// Writes an envelope of any parts, without the care that `Envelope` takes.
func rawEnvelope(
  _ payload: [UInt8], type: String = PayloadType.statement, _ signatures: [(keyID: String, bytes: [UInt8])]
) -> [UInt8] {
  let document: JSONValue = [
    "payloadType": .string(type), "payload": .string(Base64.encode(payload)),
    "signatures": .array(
      signatures.map { ["keyid": .string($0.keyID), "sig": .string(Base64.encode($0.bytes))] }),
  ]
  return document.bytes
}

/// A member of a document that is absent.
func missing(_ path: JSONPath.Step...) -> JSONShapeError {
  JSONShapeError(path: JSONPath(path), problem: .missing)
}

/// A value of the wrong kind.
func found(_ kind: JSONKind, insteadOf expected: JSONExpectation, at path: JSONPath.Step...) -> JSONShapeError
{
  JSONShapeError(path: JSONPath(path), problem: .unexpected(found: kind, expected: expected))
}
