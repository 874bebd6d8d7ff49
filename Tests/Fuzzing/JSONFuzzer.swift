import StrictJSON

/// Documents of every kind of value, and some that are refused.
func seeds() throws -> [[UInt8]] {
  [
    #"{"a":[1,-2.5e3,"\u00e9\ud83d\ude00é\n\/"],"b":{"c":null,"d":true},"":[]}"#, "[-0,1e400,0.0]",
    " [ ]\r\n",
    #"{"0":0,"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"\u0031":0}"#,
    "[9223372036854775807,-9223372036854775808,9223372036854775808]", "\u{FEFF}{}",
    String(repeating: "[", count: 32) + String(repeating: "]", count: 32),
  ].map { Array($0.utf8) }
}

/// What is accepted is written to bytes that read as the same value, and are written the same again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // Why an input is refused is of no use here.
  guard let value = try? JSONValue(parsing: unsafe input(start, count)) else { return 0 }
  let again = try? JSONValue(parsing: value.bytes)
  require(again == value, "the compact form reads otherwise")
  require(again?.bytes == value.bytes, "the compact form has two spellings")
  require(again?.hashValue == value.hashValue, "equal values hash otherwise")
  require((try? JSONValue(parsing: value.prettyBytes)) == value, "the pretty form reads otherwise")
  if case .object(let object) = value {
    for member in object.members {
      require(object[member.key] == member.value, "a member is not found under its key")
    }
  }
  return 0
}
