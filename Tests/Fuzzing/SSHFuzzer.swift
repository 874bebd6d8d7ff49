import ReleaseSigning

/// What an agent answers, and a line of a `.pub` file: the first byte says which.
func seeds() throws -> [[UInt8]] {
  let (signer, other) = (try key(1), try key(2))
  func string(_ bytes: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
  }
  let blobs = [signer, other].map { string(SSHPublicKey($0.publicKey).blob) + string(Array("comment".utf8)) }
  let signature = string(Array("ssh-ed25519".utf8)) + string(try signer.sign([1]))
  return [
    [0, 12, 0, 0, 0, 2] + blobs.joined(), [0, 14] + string(signature), [0, 5],
    [1] + Array(try SSHPublicKey(signer.publicKey).line(comment: "ada").utf8),
    [1] + Array(signer.publicKey.pem.utf8),
  ]
}

/// Whatever an agent says is taken apart or refused, and a line that is read is written as the same key.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe input(start, count)
  let rest = Array(bytes.dropFirst())
  // Every `try?` below: why an input is refused is of no use here.
  if bytes.first == 0 {
    if case .signature(let signature)? = try? SSHAgentAnswer(body: rest) {
      require(signature.count == 64, "a signature of \(signature.count) bytes")
    }
    return 0
  }
  guard let key = try? PublicKey(text: SecretBytes(copying: rest)) else { return 0 }
  guard let line = try? SSHPublicKey(key).line() else { return 0 }
  let again = try? PublicKey(text: SecretBytes(copying: Array(line.utf8)))
  require(again == key, "a key reads otherwise")
  return 0
}
