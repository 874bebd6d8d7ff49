import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON

/// A text for each reader, the first byte of which chooses it.
func seeds() throws -> [[UInt8]] {
  [
    "0Zm9vYg==", "0-_-_", "0+/+/", "1000fa5ff", "22026-11-21T03:20:11.5+01:00", "20000-01-01T00:00:00Z",
    "31d2h3m4s", "4dist/a.b/..c", "5localhost:5000/api:1@sha256:\(Digest.sha256([]))", "6promote:eu-west.1",
    "71.2.3-rc.1+build",
  ].map { Array($0.utf8) }
}

/// Each text that is read has one value, and each value is written as a text that reads as itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe input(start, count)
  let rest = Array(bytes.dropFirst())
  let text = String(decoding: rest, as: UTF8.self)
  // Every `try?` below: why an input is refused is of no use here.
  switch bytes.first {
  case UInt8(ascii: "0"):
    guard let decoded = Base64.decode(rest) else { break }
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    require(Base64.encode(decoded).hasSameBytes(as: standard), "base64 has two spellings")
  case UInt8(ascii: "1"):
    guard let decoded = Hex.decode(rest) else { break }
    require(Hex.encode(decoded).hasSameBytes(as: text), "hex has two spellings")
  case UInt8(ascii: "2"):
    guard let instant = try? Timestamp(parsing: text) else { break }
    require((try? Timestamp(parsing: instant.description)) == instant, "an instant reads otherwise")
  case UInt8(ascii: "3"):
    guard let span = try? TimeSpan(parsing: text) else { break }
    require((try? TimeSpan(parsing: span.description)) == span, "a span reads otherwise")
  case UInt8(ascii: "4"):
    guard let path = try? ArtifactPath(parsing: text) else { break }
    let parts = path.text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    require(!parts.contains { $0.isEmpty || $0.elementsEqual("..".utf8) }, "a path leads out")
  case UInt8(ascii: "5"):
    guard let image = try? ImageReference(parsing: text) else { break }
    require((try? ImageReference(parsing: image.text)) == image, "an image reads otherwise")
  case UInt8(ascii: "6"):
    if let role = Role(text) { require(Role(role.name) == role, "a role reads otherwise") }
  default:
    guard let version = try? Version(parsing: text) else { break }
    require(version.description.hasSameBytes(as: text), "a version has two spellings")
  }
  return 0
}
