import Effects
import Foundation
import HTTPTransport
import RegistrySupport
import StrictJSON

/// The shop with images in a registry of this machine.
struct ImageShop: Sendable {
  let shop: Shop
  /// Makes images, all in one layout.
  let factory: ImageFactory
  /// Registry and path of the image: each shop has a path of its own.
  let repository: String

  init(_ shop: Shop, factory: ImageFactory, repository: String) {
    (self.shop, self.factory, self.repository) = (shop, factory, repository)
  }

  init(at address: String, policy: String = "") async throws {
    var shop = try await Shop.new()
    var world = shop.world
    world.network = CurlNetwork(inheriting: world.environment)
    shop = Shop(in: shop.sandbox, at: shop.path, world: world)
    self.shop = shop
    factory = try ImageFactory()
    repository = "\(address)/acme/api-\(UInt32.random(in: 0 ... .max))"
    try configure(policy)
  }

  /// A shop before a registry that lets everybody in.
  static func open(policy: String = "") async throws -> ImageShop {
    try await ImageShop(at: LocalRegistry.shared().address, policy: policy)
  }

  /// Writes the configuration: where the image is published, and more of its members.
  func configure(_ policy: String) throws {
    let text = """
      { project: "acme/shop", ledger: ".release/ledger", images: { api: { repository: "\(repository)" \(policy) } } }
      """
    try shop.sandbox.write(text, to: "\(shop.path)/release.json")
  }

  /// The commit of the release.
  func commit() throws -> String { try shop.git("rev-parse v1.4.2^{}").trimmed }

  /// An image for two platforms that says which release it is.
  func image(version: String = "1.4.2", revision: String? = nil, seed: UInt64 = 1, tag: String = "it") throws
    -> MadeIndex
  {
    let labels = [
      "org.opencontainers.image.version": version,
      "org.opencontainers.image.revision": try revision ?? commit(),
    ]
    return try factory.index(
      ["amd64", "arm64"].map { architecture in
        ImageRecipe(
          architecture: architecture, labels: labels,
          layers: [LayerRecipe(bytes: 5000, seed: seed), LayerRecipe(bytes: 100, seed: seed + 1)])
      }, isAttested: true, tag: tag)
  }

  @discardableResult
  func release(_ line: String) async -> Ended { await shop.release(line) }

  /// Runs a command that must end well.
  @discardableResult
  func done(_ line: String) async throws -> Ended {
    let ended = await release(line)
    guard ended.exit == 0 else { throw Shop.Failure(ended: ended) }
    return ended
  }

  /// The manifest that `seal` has written.
  var manifest: String { ".release/manifests/1.4.2.json" }

  /// The folder of the images.
  var layout: String { "oci-layout:\(factory.layout):it" }

  /// Seals the release with an image out of the layout, and publishes it.
  func publish(_ more: String = "") async throws {
    try await done("seal v1.4.2 --image api=\(layout)")
    try await done("publish \(manifest) --image api=\(layout) \(more)")
  }

  /// A member of a command's JSON answer.
  func answer(_ line: String) async throws -> (exit: Int32, object: JSONObject) {
    let ended = await release("\(line) --json")
    return (ended.exit, try JSONCursor(JSONValue(parsing: Array(ended.output.utf8))).object())
  }
}

extension String {
  /// Without the line's end.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
