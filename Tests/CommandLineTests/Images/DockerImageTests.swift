import Effects
import Foundation
import RegistrySupport
import Testing

@Suite(
  "Images of a docker engine",
  .enabled(if: LocalRegistry.isAvailable && DockerEngine.isAvailable), .serialized, .timeLimit(.minutes(20)))
struct DockerImageTests {
  /// A shop whose commands reach the engine.
  private func shop(_ engine: DockerEngine, policy: String = "") async throws -> ImageShop {
    let shop = try await ImageShop.open(policy: policy)
    var world = shop.shop.world
    world.environment.merge(engine.environment) { $1 }
    let shopWithEngine = Shop(in: shop.shop.sandbox, at: shop.shop.path, world: world)
    return ImageShop(shopWithEngine, factory: shop.factory, repository: shop.repository)
  }

  /// Builds an image of one program, with the labels of the release.
  private func build(_ shop: ImageShop, _ engine: DockerEngine, as name: String) throws {
    let folder = "\(shop.shop.sandbox.work)/context"
    let file = """
      FROM scratch
      COPY busybox /busybox
      LABEL org.opencontainers.image.revision=\(try shop.commit()) org.opencontainers.image.version=1.4.2
      ENTRYPOINT ["/busybox", "echo", "it runs"]
      """
    try shop.shop.sandbox.write(file, to: "\(folder)/Dockerfile")
    _ = try LiveFiles().copyHashing("/bin/busybox", to: "\(folder)/busybox")
    _ = try engine.build(folder, name: name)
  }

  @Test func `what docker built and pushed is sealed, published, verified, and runs by its verified digest`()
    async throws
  {
    let engine = try DockerEngine.shared.get()
    let shop = try await shop(engine, policy: #", labels: "require""#)
    let name = "\(shop.repository):1.4.2"
    try build(shop, engine, as: name)
    let early = await shop.release("seal v1.4.2 --image api=docker-daemon:\(name)")
    #expect(early.exit == 2 && early.errorOutput.contains("push it first"), "\(early.everything)")
    _ = try engine.push(name)
    try await shop.done("seal v1.4.2 --image api=docker-daemon:\(name)")
    try await shop.done("publish \(shop.manifest)")
    let answer = try await shop.done("verify \(name) --layers --json")
    let reference =
      answer.output.split(separator: "\"").first { $0.contains("@sha256:") }.map(String.init) ?? ""
    try engine.remove(name)
    try engine.pull(reference)
    #expect(try engine.start(reference).trimmed == "it runs")
  }

  @Test func `what we pushed out of a layout is pulled by docker`() async throws {
    let engine = try DockerEngine.shared.get()
    let shop = try await shop(engine)
    var recipe = ImageRecipe(layers: [LayerRecipe(file: "/bin/busybox", path: "busybox")])
    recipe.command = ["/busybox", "echo", "out of a layout"]
    _ = try shop.factory.image(recipe, tag: "it")
    try await shop.publish()
    try engine.pull("\(shop.repository):1.4.2")
    #expect(try engine.start("\(shop.repository):1.4.2").trimmed == "out of a layout")
  }
}
