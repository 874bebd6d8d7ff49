internal import Effects
internal import OCIImages
internal import ReleaseManifests
internal import ReleasePlanning

extension ImageGathering {
  /// An image that the docker engine of this machine has: the digest under which it was pushed to its registry.
  func engine(_ name: String, _ text: String) async throws -> GatheredImage {
    let image = try Self.name(text)
    guard image.tag != nil && image.tag != "latest" || image.digest != nil else {
      throw ImageProblem.latest(name, image.familiar)
    }
    let found = try inspect(text)
    let repository = configuration.images[name]?.repository ?? image.familiar
    let digests = found.digests(in: try Self.name(repository))
    guard let digest = digests.first, digests.count == 1 else {
      throw ImageProblem.notPushed(name, repository: repository, digests: digests.count)
    }
    let pinned = try await pinned(name, ImageReference(repository: repository, digest: digest))
    return GatheredImage(image: pinned.image, facts: pinned.facts ?? ImageFacts(found))
  }

  private func inspect(_ text: String) throws -> EngineImage {
    let command = Subprocess(
      argv: ["docker", "image", "inspect", "--", text], environment: session.childEnvironment, timeout: 60)
    let result: SubprocessResult
    do { result = try session.world.subprocesses.run(command) } catch {
      throw ImageProblem.engine(FileWording.problem(error))
    }
    guard result.status == .exited(0) else {
      let said = String(decoding: result.errorOutput.prefix(500), as: UTF8.self)
      throw ImageProblem.engine(result.didTimeOut ? "no answer within 60 s" : said)
    }
    do { return try EngineImage(parsing: result.output) } catch {
      throw ImageProblem.engine(RegistryWording.document(error))
    }
  }
}
