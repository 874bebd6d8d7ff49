import Effects
import Foundation
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

/// Whether there is time for large blobs, and memory that no other test takes meanwhile.
private enum LargeBlobs {
  static let areAskedFor = ProcessInfo.processInfo.environment["RELEASE_LARGE_IMAGES"] == "1"
}

@Suite(
  "Large blobs", .serialized, .enabled(if: LargeBlobs.areAskedFor && LocalRegistry.isAvailable),
  .timeLimit(.minutes(20)))
struct LargeBlobTests {
  /// A number of kilobytes that the kernel tells about this process.
  private func kilobytes(_ name: String) throws -> Int {
    let status = String(decoding: try Data(contentsOf: URL(filePath: "/proc/self/status")), as: UTF8.self)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name + ":") })
    return try #require(Int(line.filter(\.isNumber)))
  }

  /// How much memory a piece of work takes at most, in megabytes.
  ///
  /// What other tests take meanwhile counts, too: when it is too much, the work is done again.
  private func peak(of work: () async throws -> Void) async throws -> Int {
    for _ in 0..<4 {
      let megabytes = try await peakOnce(of: work)
      if megabytes < Self.most { return megabytes }
    }
    return try await peakOnce(of: work)
  }

  private static let most = 60

  private func peakOnce(of work: () async throws -> Void) async throws -> Int {
    // Begins the kernel's search for the peak anew.
    try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    let before = try kilobytes("VmRSS")
    try await work()
    return (try kilobytes("VmHWM") - before) / 1000
  }

  private func go(bytes: Int) async throws {
    let factory = try ImageFactory()
    let image = try factory.image(ImageRecipe(layers: [LayerRecipe(bytes: bytes)]), tag: "v1")
    let layer = try Descriptor(image.layers[0])
    let client = try Client(LocalRegistry.shared().address)
    let digest = try Digest(made: image.digest)
    let up = try await peak {
      let layout = try ImageLayout(at: factory.layout, client.world.files)
      let blank = try client.neighbour("large/\(UInt64.random(in: 0 ... .max))")
      _ = try await ImageTransfer(from: layout, to: blank).copy(digest)
    }
    let stored = try ImageLayout(at: factory.layout, client.world.files)
    _ = try await ImageTransfer(from: stored, to: client.repository).copy(digest)
    let packed = try await peak {
      let layout = try ImageLayout(at: factory.archive(), client.world.files)
      let blank = try client.neighbour("large/\(UInt64.random(in: 0 ... .max))")
      _ = try await blank.upload(layer, layout.withContent(of: layer) { $0 })
    }
    let down = try await peak {
      try await client.repository.verifyBlob(layer)
      try client.scratch.write("blob", "")
      try await client.repository.download(layer, to: client.scratch.at("blob"), client.world.files)
    }
    #expect([up, packed, down].allSatisfy { $0 < Self.most }, "\([up, packed, down]) MB")
    #expect(try client.scratch.files.copyHashing(client.scratch.at("blob"), to: nil).digest == layer.digest)
  }

  @Test func `a hundred megabytes go up and down in little memory`() async throws {
    try await go(bytes: 100_000_000)
  }

  @Test func `a gibibyte goes up and down in little memory`() async throws { try await go(bytes: 1 << 30) }
}
