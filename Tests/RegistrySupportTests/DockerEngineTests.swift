import Foundation
import RegistrySupport
import Testing
import WorldSupport

@Suite(
  "A Docker engine of its own",
  .enabled(if: DockerEngine.isAvailable && LocalRegistry.isAvailable, "this machine lets no engine run"))
struct DockerEngineTests {
  private func context() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "Dockerfile",
      """
      FROM scratch
      LABEL org.opencontainers.image.version=1.5.0
      COPY busybox /busybox
      RUN ["/busybox", "touch", "/built"]
      CMD ["/busybox", "echo", "it runs"]
      """)
    try scratch.shell("cp \"$(command -v busybox)\" busybox")
    return scratch
  }

  @Test(arguments: [
    LocalRegistry.Kind.open, .basic(user: "ada", password: "b"), .bearer(user: "a", password: "b"),
  ])
  func `an image is built, pushed, and run by its digest`(_ kind: LocalRegistry.Kind) throws {
    let (engine, registry, context) = (try DockerEngine.shared.get(), try LocalRegistry(kind), try context())
    try engine.logIn(to: registry)
    let name = "\(registry.address)/acme/api:1.5.0"
    #expect(try engine.build(context.path, name: name).hasPrefix("sha256:"))
    let digest = try engine.push(name)
    let pinned = "\(registry.address)/acme/api@\(digest)"
    #expect(try engine.inspect(name).contains(pinned))
    try engine.remove(name)
    #expect(throws: DockerEngine.Failure.self) { try engine.start(pinned) }
    try engine.pull(pinned)
    #expect(try engine.start(pinned) == "it runs")
    #expect(try engine.start(pinned, "/busybox", "ls", "/built") == "/built")
    #expect(try Skopeo(registry).digest("acme/api:1.5.0") == digest)
  }

  @Test func `what the factory made runs`() throws {
    let (engine, registry, factory) = (
      try DockerEngine.shared.get(), try LocalRegistry.shared(), try ImageFactory()
    )
    let busybox = try Scratch().shell("command -v busybox").trimmingCharacters(in: .newlines)
    var recipe = ImageRecipe(layers: [LayerRecipe(file: busybox, path: "busybox")])
    recipe.command = ["/busybox", "echo", "made"]
    let image = try factory.image(recipe, tag: "v1")
    try Skopeo(registry).push(factory.layout, tag: "v1", to: "engine/made:v1")
    try engine.pull("\(registry.address)/engine/made@\(image.digest)")
    #expect(try engine.start("\(registry.address)/engine/made@\(image.digest)") == "made")
  }

  @Test func `nothing is left of an engine that was stopped, not even of one with a network`() throws {
    let scratch = try Scratch()
    _ = try DockerEngine.shared.get()
    let state = """
      ip -br link | cut -d' ' -f1 | grep docker || true; iptables -S; iptables -t nat -S
      ls -d /run/docker/* /var/lib/docker /etc/docker/key.json 2>&1 || true
      """
    let before = try scratch.shell(state)
    let engine = try DockerEngine(network: .bridge)
    let context = try context()
    try engine.build(context.path, name: "left:over")
    try engine.run([
      "run", "--detach", "--publish", "127.0.0.1::8080", "left:over", "/busybox", "sleep", "600",
    ])
    #expect(try scratch.shell(state).contains("docker0"))
    engine.stop()
    #expect(try scratch.shell(state) == before)
    let folder = URL(filePath: engine.socket).deletingLastPathComponent().path
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(try scratch.shell("cat /proc/self/mounts").contains(folder) == false)
  }
}
