import OCIImages
import StrictJSON
import Testing

/// A reader and a document that it accepts.
struct Reader: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sample: [UInt8]
  let read: @Sendable ([UInt8]) throws -> Void

  init(_ name: String, _ sample: String, _ read: @escaping @Sendable ([UInt8]) throws -> Void) {
    (testDescription, self.sample, self.read) = (name, Array(sample.utf8), read)
  }

  /// Every reader of JSON in this room.
  static let all = [
    Reader("manifest", Samples.manifest) { use(try ImageDocument(parsing: $0, mediaType: nil)) },
    Reader("Docker manifest", Samples.dockerManifest) { use(try ImageDocument(parsing: $0, mediaType: nil)) },
    Reader("index", Samples.index) { use(try ImageDocument(parsing: $0, mediaType: MediaType.ociIndex)) },
    Reader("configuration", Samples.configuration) { _ = try ImageConfiguration(parsing: $0).platform },
    Reader("layout", Samples.layout) { _ = try LayoutIndex(parsing: $0).descriptor(tag: "1.5.0") },
    Reader("referrers", Samples.index) { _ = try ReferrersIndex(parsing: $0).bytes },
    Reader("build", Samples.buildMetadata) { _ = try BuildMetadata(parsing: $0) },
    Reader("bake", Samples.bakeMetadata) { _ = try BuildMetadata(parsing: $0) },
    Reader("engine", Samples.engineImage) { _ = try EngineImage(parsing: $0).digests },
    Reader("credentials", Samples.configurationFile) {
      _ = try DockerConfiguration(parsing: $0).source(of: "a")
    },
    Reader("helper", Samples.helperAnswer) { _ = try HelperAnswer(parsing: $0) },
  ]

  private static func use(_ document: ImageDocument) {
    switch document {
    case .manifest(let manifest): _ = manifest.contentSize
    case .index(let index): _ = (index.platforms.count, index.attestations)
    }
  }
}

@Suite("Hostile input") struct HostileInputTests {
  @Test(arguments: Reader.all) func `each sample is read, and no beginning of it`(reader: Reader) throws {
    try reader.read(reader.sample)
    for length in reader.sample.indices {
      #expect(throws: (any Error).self) { try reader.read(Array(reader.sample[..<length])) }
    }
  }

  @Test(arguments: Reader.all) func `a change of some bytes is read or refused, and nothing worse`(
    reader: Reader
  ) {
    var dice = Dice(state: 1)
    var refused = 0
    for _ in 0..<1500 {
      var bytes = reader.sample
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: bytes.indices, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes[place] = Array("{}[]\",:0-9eE\\ \n".utf8).randomElement(using: &dice) ?? 0
        case 2: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        }
      }
      // Only that it returns counts here.
      do { try reader.read(bytes) } catch { refused += 1 }
    }
    #expect(refused > 500)
  }

  @Test(arguments: Reader.all) func `another kind of value in any place is read or refused`(reader: Reader)
    throws
  {
    let document = try JSONValue(parsing: reader.sample)
    for value: JSONValue in [nil, true, -1, 9_223_372_036_854_775_807, "", "sha256:", [], [[]], ["": ""]] {
      for changed in document.variants(with: value) {
        do { try reader.read(changed.bytes) } catch { continue }
      }
    }
  }

  @Test(arguments: Reader.all) func `millions of bytes take time in proportion`(reader: Reader) {
    let floods = [
      String(repeating: "[", count: 1_000_000), String(repeating: #"{"a":"#, count: 300_000),
      "[" + String(repeating: "0,", count: 200_000),
      #"{""# + String(repeating: "\\u0061", count: 300_000),
      "{" + (0..<40_000).map { #""k\#($0)":{}"# }.joined(separator: ",") + "}",
      #"{"auths":{"# + (0..<50_000).map { #""k\#($0)/a/b":{}"# }.joined(separator: ",") + "}}",
    ]
    let elapsed = ContinuousClock().measure {
      for flood in floods {
        do { try reader.read(Array(flood.utf8)) } catch { continue }
      }
    }
    #expect(elapsed < .seconds(300))
  }

  @Test func `headers and names without end take time in proportion`() {
    let parts = [
      "a", ",", "a ", "a=b,", "a b=c,", "\"", "a=\"\\\"\",", "=", " ", "a b", "é", "Basic realm=x, ",
    ]
    let elapsed = ContinuousClock().measure {
      for part in parts {
        let text = String(repeating: part, count: 300_000 / part.utf8.count)
        _ = AuthenticationChallenge.parse(header: text)
        _ = AuthenticationChallenge.parse(header: "Bearer realm=\"" + text)
        _ = try? ImageName(parsing: text)
        _ = (ImageTag.claims(text), MediaType.essence(of: text), ByteCount(text), ByteCount("1" + text))
      }
    }
    #expect(elapsed < .seconds(300))
  }

  @Test func `headers of any bytes are read or left`() {
    var dice = Dice(state: 2)
    let sample = Array(Samples.challenge.utf8)
    for _ in 0..<20_000 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...5, using: &dice) {
        bytes[Int.random(in: bytes.indices, using: &dice)] =
          Array("\",= \\ab\0\u{FF}".utf8).randomElement(using: &dice) ?? 0
      }
      let challenges = AuthenticationChallenge.parse(header: String(decoding: bytes, as: UTF8.self))
      #expect(challenges.count <= 20)
    }
  }
}

extension JSONValue {
  /// The documents that have a value in the place of one of theirs.
  fileprivate func variants(with value: JSONValue) -> [JSONValue] {
    switch self {
    case .object(let object):
      [value]
        + object.members.flatMap { key, member in
          member.variants(with: value).map { variant in
            var changed = object
            changed[key] = variant
            return .object(changed)
          }
        }
    case .array(let elements):
      [value]
        + elements.indices.flatMap { place in
          elements[place].variants(with: value).map { variant in
            var changed = elements
            changed[place] = variant
            return .array(changed)
          }
        }
    default: [value]
    }
  }
}
