import Effects
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning

/// A proxy before the open registry, and an image in it that `skopeo` has pushed.
struct Bench {
  /// An image that all benches share, in one repository.
  struct Pushed: Sendable {
    let factory: ImageFactory
    let image: MadeImage
    let index: MadeIndex
    let path = "shared/\(UInt64.random(in: 0 ... .max))"

    init() throws {
      factory = try ImageFactory()
      let recipe = ImageRecipe(labels: ["a": "b"], layers: [LayerRecipe(bytes: 300_000)])
      image = try factory.image(recipe, tag: "v1")
      let recipes = [ImageRecipe(), ImageRecipe(architecture: "arm64", labels: ["c": "d"])]
      index = try factory.index(recipes, isAttested: true, annotations: ["e": "f"], tag: "v2")
      let skopeo = try Skopeo(LocalRegistry.shared())
      for tag in ["v1", "v2"] { try skopeo.push(factory.layout, tag: tag, to: "\(path):\(tag)") }
    }
  }

  private static let pushed = Result { try Pushed() }

  let proxy: FaultyProxy
  let pushed: Pushed

  init(referrersPage: Int? = nil, resumesUploads: Bool = false) throws {
    pushed = try Self.pushed.get()
    proxy = try FaultyProxy(
      before: LocalRegistry.shared(), referrersPage: referrersPage, resumesUploads: resumesUploads)
  }

  var image: MadeImage { pushed.image }
  /// The image's layer.
  var layer: Descriptor { get throws { try Descriptor(image.layers[0]) } }

  /// A client of the proxy, by itself in the repository of the image.
  func client(_ change: (inout Client.Wish) -> Void = { _ in }) throws -> Client {
    try Client(proxy.address) { wish in
      wish.repository = pushed.path
      change(&wish)
    }
  }

  /// The requests with a method whose target holds a text.
  func requests(_ method: String, _ text: String) throws -> [ProxiedRequest] {
    try proxy.requests.filter { $0.method == method && $0.target.contains(text) }
  }
}

extension Descriptor {
  /// What the factory has made.
  init(_ made: MadeDescriptor) throws {
    self.init(mediaType: made.mediaType, digest: try Digest(made: made.digest), size: made.size)
  }
}

extension Digest {
  init(made text: String) throws {
    guard let digest = Digest(prefixed: text) else { throw NoDigest(text: text) }
    self = digest
  }

  struct NoDigest: Error { let text: String }
}

/// Bytes that look like chance.
func chance(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}
