import RegistrySupport

/// An image behind a proxy of its own.
struct ProxyBench {
  let proxy: FaultyProxy
  let image: MadeImage
  let factory: ImageFactory
  let repository = "bench/\(UInt64.random(in: 0 ... .max))"

  init(referrersPage: Int? = nil, resumesUploads: Bool = false, bytes: Int = 100_000) throws {
    let registry = try LocalRegistry.shared()
    proxy = try FaultyProxy(before: registry, referrersPage: referrersPage, resumesUploads: resumesUploads)
    factory = try ImageFactory()
    image = try factory.image(ImageRecipe(layers: [LayerRecipe(bytes: bytes)]), tag: "v1")
    try Skopeo(registry).push(factory.layout, tag: "v1", to: "\(repository):v1")
  }

  /// The layer's URL.
  var blob: String { "\(proxy.url)/v2/\(repository)/blobs/\(image.layers[0].digest)" }
  /// The layer's size.
  var size: Int { Int(image.layers[0].size) }
  /// The manifest's URL.
  var manifest: String { "\(proxy.url)/v2/\(repository)/manifests/v1" }

  /// Reads the manifest.
  func read(_ arguments: String..., reference: String = "v1") throws -> Curl {
    let type = "Accept: application/vnd.oci.image.manifest.v1+json"
    let url = "\(proxy.url)/v2/\(repository)/manifests/\(reference)"
    return try arguments.isEmpty ? Curl("-H", type, url) : Curl("-H", type, arguments[0], url)
  }

  /// Begins an upload and returns where it goes on.
  func begin() throws -> String {
    let begun = try Curl("-X", "POST", "\(proxy.url)/v2/\(repository)/blobs/uploads/")
    let place = begun.fields["location"] ?? "no upload: \(begun.status)"
    return place.hasPrefix("/") ? proxy.url + place : place
  }
}
