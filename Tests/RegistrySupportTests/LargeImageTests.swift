import Effects
import Foundation
import RegistrySupport
import Testing

@Suite(
  "A large image",
  .enabled(
    if: ProcessInfo.processInfo.environment["RELEASE_LARGE_IMAGES"] != nil, "takes gigabytes and seconds"))
struct LargeImageTests {
  @Test func `a layer of 1 GiB is made, pushed and pulled`() throws {
    let (factory, registry) = (try ImageFactory(), try LocalRegistry())
    let clock = ContinuousClock()
    var image: MadeImage?
    let made = try clock.measure {
      image = try factory.image(ImageRecipe(layers: [LayerRecipe(bytes: 1 << 30)]), tag: "v1")
    }
    let skopeo = try Skopeo(registry)
    let pushed = try clock.measure { try skopeo.push(factory.layout, tag: "v1", to: "large/image:v1") }
    let proxy = try FaultyProxy(before: registry)
    let proxied = try clock.measure {
      let blob = "\(proxy.url)/v2/large/image/blobs/\(image?.layers[0].digest ?? "")"
      let read = try Curl("-o", "/dev/null", blob)
      #expect(read.status == 200)
    }
    #expect(try skopeo.digest("large/image:v1") == image?.digest)
    print("made in \(made), pushed by skopeo in \(pushed), read through the proxy in \(proxied)")
  }
}
