import Effects
import Foundation
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite(
  "Image layouts on disk", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct LayoutTests {
  private let factory: ImageFactory
  private let image: MadeImage
  private let index: MadeIndex
  private let scratch: Scratch

  init() throws {
    factory = try ImageFactory()
    image = try factory.image(ImageRecipe(labels: ["a": "b"]), tag: "v1")
    index = try factory.index(
      [ImageRecipe(), ImageRecipe(architecture: "arm64")], isAttested: true, tag: "v2")
    scratch = try Scratch()
  }

  private func open(_ path: String) throws -> ImageLayout { try ImageLayout(at: path, scratch.files) }

  /// Packs the layout by a script and returns the archive.
  private func pack(_ script: String) throws -> String {
    try scratch.shell("L='\(factory.layout)'; \(script)")
    return scratch.at("a.tar")
  }

  private func read(_ layout: ImageLayout) async throws {
    let root = try layout.descriptor(tag: "v1")
    #expect(root.digest == (try Digest(made: image.digest)))
    let survey = try await ImageSurvey(of: layout.document(root.digest), in: layout)
    #expect(survey.platforms.map(\.labels) == [["a": "b"]])
    let layer = try Descriptor(image.layers[0])
    #expect(try await Digest.sha256(layout.blob(layer, limit: 1 << 20)) == layer.digest)
    #expect(throws: RegistryError.self) { try layout.descriptor(tag: "v3") }
    #expect(throws: RegistryError.self) { try layout.descriptor(tag: nil) }
  }

  @Test func `a folder is one, and a link to it`() async throws {
    try await read(open(factory.layout))
    try scratch.shell("ln -s '\(factory.layout)' link")
    try await read(open(scratch.at("link")))
  }

  @Test(arguments: [
    "tar -cf a.tar -C $L oci-layout index.json blobs", "tar -cf a.tar -C $L .",
    "tar --format=pax -cf a.tar -C $L .", "tar --format=ustar -cf a.tar -C $L .",
    "tar --format=v7 -cf a.tar -C $L .",
    "tar --format=gnu -cf a.tar -C $L .",
    "tar --format=posix --pax-option=globexthdr.name=g,comment:=c -cf a.tar -C $L .",
    "tar -b 1 -cf a.tar -C $L .",
    "tar -cf b.tar -C $L .; mkdir in; ln -s ../b.tar in/a.tar; ln -s in/a.tar a.tar",
    "tar -cf a.tar -C $L .; truncate -s -1024 a.tar",
  ])
  func `an archive is one`(_ script: String) async throws { try await read(open(pack(script))) }

  @Test func `skopeo's own archive is one`() async throws {
    let layout = try open(
      pack("skopeo --insecure-policy copy --preserve-digests oci:$L:v1 oci-archive:a.tar:v1 2>&1"))
    let root = try layout.descriptor(tag: "v1")
    #expect(root.digest == (try Digest(made: image.digest)))
    #expect(
      try await ImageSurvey(of: layout.document(root.digest), in: layout).platforms.map(\.labels) == [
        ["a": "b"]
      ])
  }

  @Test(arguments: ["gnu", "pax"]) func `names and sizes that no head has room for are read`(_ format: String)
    async throws
  {
    let long = String(repeating: "d", count: 90)
    let script = """
      mkdir -p $PWD/t/\(long)/\(long)/\(long); echo x >t/\(long)/\(long)/\(long)/f
      cp -r $L/. t; tar --format=\(format) -cf a.tar -C t .
      """
    try await read(open(pack(script)))
  }

  @Test func `a link is not there, and a second name either`() async throws {
    let layer = image.layers[0].digest.dropFirst(7)
    let path = try pack(
      "cp -r $L t; mv t/blobs/sha256/\(layer) t/z; ln -s ../../z t/blobs/sha256/\(layer); tar -cf a.tar -C t ."
    )
    let layout = try open(path)
    let blob = try Descriptor(image.layers[0])
    #expect(await fault { _ = try await layout.blob(blob, limit: 1 << 20) } == "notFound")
    let twice = try pack("tar -cf a.tar -C $L .; tar -rf a.tar -C $L ./index.json")
    #expect(await fault { _ = try open(twice) } == "archive.repeated")
  }

  @Test(arguments: [
    ("gzip", "tar -czf a.tar -C $L .", "archive.compressed"),
    ("zstd", "tar -cf b.tar -C $L .; zstd -q b.tar -o a.tar", "archive.compressed"),
    ("cut", "tar -cf a.tar -C $L blobs oci-layout index.json; truncate -s 1800 a.tar", "archive.truncated"),
    ("text", "yes | head -c 5000 >a.tar", "archive.header"), ("short", "echo x >a.tar", "notFound"),
    ("empty", ": >a.tar", "notFound"), ("zero", "head -c 10240 /dev/zero >a.tar", "notFound"),
    ("fifo", "mkfifo a.tar", "notFound"), ("other", "tar -cf a.tar -C $L blobs", "notFound"),
    ("loop", "ln -s a.tar a.tar", "file.notRegular"), ("nowhere", "ln -s b.tar a.tar", "file.notFound"),
    ("none", ":", "file.notFound"),
  ])
  func `what is no archive of a layout is refused`(_ name: String, _ script: String, _ problem: String)
    async throws
  {
    #expect(await fault { _ = try open(pack(script)) } == problem)
  }

  @Test(arguments: [
    ("rm oci-layout", "notFound"), ("rm index.json", "notFound"),
    ("echo '{' >index.json", "document.notJSON"),
    ("echo '{\"imageLayoutVersion\":\"2\"}' >oci-layout", "document.layoutVersion"),
    ("mv index.json x; ln -s x index.json", "notFound"), ("rm index.json; mkfifo index.json", "notFound"),
    ("head -c 5000000 /dev/zero >index.json", "sizeMismatch"),
  ])
  func `what is no folder of a layout is refused`(_ script: String, _ problem: String) async throws {
    try scratch.shell("cp -r '\(factory.layout)' l; cd l; \(script)")
    #expect(await fault { _ = try open(scratch.at("l")) }?.hasPrefix(problem) == true)
  }

  @Test func `a blob that was changed or cut is refused`() async throws {
    let (layer, digest) = (try Descriptor(image.layers[0]), try Digest(made: image.digest))
    try scratch.write("keep", "")
    try scratch.shell(
      "cp -r '\(factory.layout)' l; cd l/blobs/sha256; printf x | dd of=\(layer.digest.hex) conv=notrunc 2>/dev/null; printf ' ' >>\(digest.hex)"
    )
    let layout = try open(scratch.at("l"))
    #expect(await fault { _ = try await layout.blob(layer, limit: 1 << 20) } == "digestMismatch")
    #expect(await fault { _ = try await layout.document(digest) } == "digestMismatch")
    try scratch.shell("cd l/blobs/sha256; truncate -s 10 \(layer.digest.hex); rm \(digest.hex)")
    #expect(await fault { _ = try await layout.blob(layer, limit: 1 << 20) } == "sizeMismatch")
    #expect(await fault { _ = try await layout.document(digest) } == "notFound")
    #expect(await fault { _ = try await layout.blob(layer, limit: 10) } == "sizeMismatch")
  }

  /// An archive of heads without content.
  private func index(_ blocks: [[UInt8]], size: Int64? = nil) throws -> ArchiveIndex {
    let bytes = blocks.flatMap(\.self)
    return try ArchiveIndex(size: size ?? Int64(bytes.count)) { offset, count in
      let begin = Int(offset)
      return begin + count <= bytes.count
        ? Array(bytes[begin..<(begin + count)]) : [UInt8](repeating: 0, count: count)
    }
  }

  private static func head(_ name: String, size: [UInt8], kind: Character = "0") -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    block.replaceSubrange(0..<name.utf8.count, with: name.utf8)
    block.replaceSubrange(124..<(124 + size.count), with: size)
    block.replaceSubrange(148..<156, with: "        ".utf8)
    block[156] = kind.asciiValue ?? 0
    let sum = block.reduce(0) { $0 + Int($1) }
    block.replaceSubrange(
      148..<155, with: String(sum, radix: 8).utf8 + [0, 0, 0, 0].prefix(7 - String(sum, radix: 8).count))
    return block
  }

  @Test(arguments: [
    Array("77777777777".utf8), [0x80] + [UInt8](repeating: 0xFF, count: 11),
    [0xFF] + [UInt8](repeating: 0xFF, count: 11),
    [0x80, 0, 0, 0, 0x7F] + [UInt8](repeating: 0xFF, count: 7), Array("-1".utf8), Array("9".utf8), [],
  ])
  func `a size that is hostile is refused`(_ size: [UInt8]) throws {
    for kind: Character in ["0", "x", "L"] {
      #expect(throws: ArchiveProblem.self) { try index([Self.head("a", size: size, kind: kind)]) }
      // A file of 8 GiB may be in an archive of any size, but nothing that is said of one.
      if size.first == UInt8(ascii: "7"), kind == "0" { continue }
      #expect(throws: ArchiveProblem.self) { try index([Self.head("a", size: size, kind: kind)], size: .max) }
    }
  }

  @Test func `what is said of the next file is not about what else is said of it`() throws {
    let zero = Array("00000000000".utf8)
    func pax(_ text: String) -> [[UInt8]] {
      let content = Array(text.utf8)
      let padding = [UInt8](repeating: 0, count: 512 - content.count)
      return [
        Self.head("x", size: Array(String(content.count, radix: 8).utf8), kind: "x"), content + padding,
      ]
    }
    let name = Array("long/name".utf8) + [UInt8](repeating: 0, count: 503)
    let found = try index(
      pax("12 size=600\n") + [
        Self.head("L", size: Array("11".utf8), kind: "L"), name, Self.head("f", size: zero),
      ]
        + [[UInt8](repeating: 1, count: 1024), Self.head("g", size: zero)])
    #expect(found.range(of: "long/name") == 2560..<3160)
    #expect(found.range(of: "g") == 4096..<4096)
    let odd = try index(pax("9999999 path=a\n") + [Self.head("f", size: zero)])
    #expect(odd.range(of: "f") != nil)
  }

  @Test func `very many entries are read in a moment, and too many are refused`() throws {
    func heads(_ count: Int) -> [UInt8] {
      (0..<count).flatMap { Self.head("f\($0)", size: Array("0".utf8)) }
    }
    try scratch.files.write(heads(100_000), to: scratch.at("many.tar"), mode: 0o600)
    let files = scratch.files
    let started = ContinuousClock.now
    let path = scratch.at("many.tar")
    let found = try ArchiveIndex(size: 51_200_000) { try files.read(path, part: $0..<($0 + Int64($1))) }
    #expect(found.range(of: "f99999") != nil)
    #expect(started.duration(to: .now) < .seconds(900))
    #expect(throws: ArchiveProblem.tooMany) {
      let block = Self.head("d", size: Array("0".utf8), kind: "5")
      _ = try ArchiveIndex(size: .max) { _, _ in block }
    }
  }

  @Test func `random changes to an archive never crash the reader`() throws {
    try factory.image(tag: "v1")
    let bytes = try scratch.files.read(factory.archive(), limit: 1 << 24)
    var state: UInt64 = 42
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        changed[Int(state >> 33) % (state & 1 == 0 ? 2048 : changed.count)] = UInt8(
          truncatingIfNeeded: state >> 24)
      }
      // Only the crash would be news.
      _ = try? ArchiveIndex(size: Int64(changed.count)) { Array(changed[Int($0)..<Int($0) + $1]) }
    }
  }
}
