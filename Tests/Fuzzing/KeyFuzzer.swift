import ReleaseSigning
import StrictJSON

/// Keys of low cost that stock `openssl` encrypted under the passphrase `x`: `pkcs8 -topk8` with `-v2 aes-256-cbc -iter 1`,
/// with `-scrypt -scrypt_N 2 -scrypt_r 1 -scrypt_p 1`, and with `-v1 PBE-SHA1-3DES -iter 1`.
private let encrypted = [
  "MIGaMFYGCSqGSIb3DQEFDTBJMCgGCSqGSIb3DQEFDDAbBAgabaREgce5YgIBATAMBggqhkiG9w0CCQUAMB0GCWCGSA"
    + "FlAwQBKgQQtovwJOcUr5udX5wPzdtrUgRADkbLM/fSf71KscTN530UZ+EhAMUZCtAOHnXA5TBrHP/MyIk7mDRVeU6p"
    + "B4xbp60pXBVRt8B8m/fGZcPM+pTXSA==",
  "MIGSME4GCSqGSIb3DQEFDTBBMCAGCSsGAQQB2kcECzATBAhC2yjksyV5ugIBAgIBAQIBATAdBglghkgBZQMEASoEEL"
    + "00wn2INri7c20eyMYRJZQEQDe6zRgn9lMukU4LcQL9Qi924gTT46Lx7QLa4FowUca2ShcTMqJ38YpsOR7JDhV2BidH"
    + "tUjnSQzqlj9o40eHgh8=",
  "MFcwGwYKKoZIhvcNAQwBAzANBAgQ/xYXAiWIYwIBAQQ4DIjgcLWQZfSrcqM2DeM9esaeUDk09m628HqrCTNesnbycv"
    + "xOKv4TSTgM1Q9pTI4v37SB2oYZQTA=",
]

/// The first byte says what follows: the text or the DER of a public, a private or an encrypted private key.
func seeds() throws -> [[UInt8]] {
  let plain = try key(1).pem().withBytes { span in span.indices.map { span[$0] } }
  let info = (Hex.decode("302e020100300506032b657004220420") ?? []) + [UInt8](repeating: 1, count: 32)
  let spki = try key(1).publicKey.spki
  let texts = encrypted.map { [1] + pem("ENCRYPTED PRIVATE KEY", $0) }
  return [[0] + Array(try key(1).publicKey.pem.utf8), [1] + plain, [2] + spki, [3] + info]
    + texts + encrypted.map { [4] + (Base64.decode($0) ?? []) }
}

private func pem(_ label: String, _ body: String) -> [UInt8] {
  Array("-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n".utf8)
}

/// A key that is read is written as text that reads as the same key, and signs.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe input(start, count)
  let rest = Array(bytes.dropFirst())
  switch bytes.first {
  case 0: readPublicKey(rest)
  case 1: readPrivateKey(rest)
  case 2: readPublicKey(pem("PUBLIC KEY", Base64.encode(rest)))
  case 3: readPrivateKey(pem("PRIVATE KEY", Base64.encode(rest)))
  default: readPrivateKey(pem("ENCRYPTED PRIVATE KEY", Base64.encode(rest)))
  }
  return 0
}

// Every `try?` below: why an input is refused is of no use here.
private func readPublicKey(_ text: [UInt8]) {
  guard let key = try? PublicKey(pem: text) else { return }
  require((try? PublicKey(pem: Array(key.pem.utf8))) == key, "a public key reads otherwise")
  require((try? PublicKey(spki: key.spki)) == key, "its DER form reads otherwise")
}

private func readPrivateKey(_ text: [UInt8]) {
  let (text, passphrase) = (SecretBytes(copying: text), SecretBytes(copying: Array("x".utf8)))
  guard let key = try? PrivateKey(pem: text, passphrase: passphrase) else { return }
  let again = try? PrivateKey(pem: key.pem())
  require(again?.publicKey == key.publicKey, "a private key reads otherwise")
  require((try? key.sign([1])) != nil, "a key that does not sign")
}
