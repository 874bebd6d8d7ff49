import Effects
import Foundation
import RegistrySupport
import Testing

@Suite("Large images", .enabled(if: LocalRegistry.isAvailable), .timeLimit(.minutes(20)))
struct LargeImageTests {
  /// The greatest number of kibibytes that the program and those that it runs have held, each for itself.
  private func peak(_ line: String, in shop: ImageShop) throws -> Int {
    let measure = """
      import resource, subprocess, sys
      subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
      print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
      """
    let words = ["python3", "-c", measure, ReleaseProgram.path] + line.split(separator: " ").map(String.init)
    let ended = try Ended(shop.shop.world.run(words))
    guard ended.exit == 0, let peak = Int(ended.output.trimmed) else { throw Shop.Failure(ended: ended) }
    return peak
  }

  @Test func `pushing and reading a layer of 200 MB needs little memory`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.factory.image(ImageRecipe(layers: [LayerRecipe(bytes: 200_000_000)]), tag: "it")
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    #expect(try peak("publish \(shop.manifest) --image api=\(shop.layout)", in: shop) < 100_000)
    #expect(try peak("verify \(shop.repository):1.4.2 --layers", in: shop) < 100_000)
  }
}
