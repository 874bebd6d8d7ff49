/// Returns bytes that nobody can foresee, from the kernel.
package func randomBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

/// Returns a file name that no other file has.
func randomName() -> String {
  let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)
  return String(decoding: randomBytes(16).map { digits[Int($0 & 31)] }, as: UTF8.self)
}
