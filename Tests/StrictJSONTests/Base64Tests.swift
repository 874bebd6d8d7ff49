import Foundation
import StrictJSON
import Testing

@Suite("Base64 and hex")
struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `the vectors of RFC 4648 hold both ways`(_ plain: String, _ encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test func `every byte in every place is encoded as Foundation does and comes back`() {
    for length in 0..<260 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ length) }
      #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
  }

  @Test func `either alphabet is read`() {
    #expect(Base64.decode("-_-_") == [0xFB, 0xFF, 0xBF])
    #expect(Base64.decode("+/+/") == [0xFB, 0xFF, 0xBF])
  }

  @Test(arguments: [
    ("unused bits set, one pad", "AQJ="), ("unused bits set, two pads", "AR=="), ("unpadded", "AQI"),
    ("one pad of two", "AQ="), ("extra pad", "AQI=="), ("pad alone", "="), ("pads alone", "===="),
    ("three pads", "A==="), ("data after the pad", "AQ==AQI="), ("newline", "AQI=\n"),
    ("newline within", "AQ\nI"),
    ("space", "AQ I"), ("mixed alphabets", "+_AA"), ("mixed alphabets apart", "AAA-AAA/"), ("junk", "A*I="),
    ("beyond ASCII", "AQé"),
  ])
  func `what is not canonical is refused`(_ mutation: String, _ text: String) {
    #expect(Base64.decode(text) == nil, "\(mutation)")
  }

  @Test func `hex has two lower-case digits a byte`() {
    #expect(Hex.encode([0, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
    #expect(Hex.decode("000fa5ff") == [0, 0x0F, 0xA5, 0xFF])
    #expect(Hex.decode("") == [])
  }

  @Test(arguments: ["0", "0F", "0g", "0x", " 0", "00 ", "é"])
  func `any other hex is refused`(_ text: String) {
    #expect(Hex.decode(text) == nil)
  }
}
