import ReleaseManifests
import ReleaseSigning
import StrictJSON

/// The payload of a manifest, and those of smaller ones.
func seeds() throws -> [[UInt8]] {
  var manifest = try sampleManifest()
  var payloads = [manifest.statement.bytes]
  (manifest.images, manifest.component, manifest.previous) = ([], nil, nil)
  payloads.append(manifest.statement.bytes)
  (manifest.artifacts, manifest.sboms, manifest.purl) = ([], [], nil)
  return payloads + [manifest.statement.bytes]
}

/// A statement and a manifest that are read are written as bytes that read as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // Every `try?` below: why an input is refused is of no use here.
  guard let statement = try? Statement(parsing: unsafe input(start, count)) else { return 0 }
  require((try? Statement(parsing: statement.bytes)) == statement, "a statement reads otherwise")
  guard let manifest = try? Manifest(statement) else { return 0 }
  let again = try? Manifest(Statement(parsing: manifest.statement.bytes))
  require(again == manifest, "a manifest reads otherwise")
  require(again?.statement.bytes == manifest.statement.bytes, "a manifest has two spellings")
  require(manifest.subjects == statement.subjects, "a manifest is about something else")
  return 0
}
