import Foundation
import ReleaseSigning

/// Returns the bytes of hexadecimal text; a digit that is none stops the test.
func bytes(hex text: String) -> [UInt8] {
  let digits = Array(text.utf8)
  return stride(from: 0, to: digits.count, by: 2).map { position in
    guard let byte = UInt8(String(decoding: digits[position..<position + 2], as: UTF8.self), radix: 16) else {
      preconditionFailure("not hexadecimal: \(text)")
    }
    return byte
  }
}

/// Returns secret bytes that hold text.
func secret(_ text: String) -> SecretBytes { SecretBytes(copying: Array(text.utf8)) }

/// Returns the key of a seed of 32 equal bytes.
func key(filledWith byte: UInt8) throws -> PrivateKey {
  try PrivateKey(seed: SecretBytes(copying: [UInt8](repeating: byte, count: 32)))
}

extension SecretBytes {
  /// The bytes as text: fit for a test only, as nothing wipes it.
  var text: String { withBytes { span in String(decoding: span.indices.map { span[$0] }, as: UTF8.self) } }
}

/// Returns the padded base64 text of bytes.
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
