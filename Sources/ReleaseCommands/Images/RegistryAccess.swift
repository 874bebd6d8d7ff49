internal import Effects
internal import OCIImages
internal import Registries
internal import Synchronization

/// The registries that one command speaks to; each is asked only once where it is and who may come in.
final class RegistryAccess: Sendable {
  private let world: World
  private let settings: RegistrySettings
  private let registries = Mutex<[String: Registry]>([:])

  /// - Throws: `FileError` when the authorities that were named cannot be read.
  init(_ options: RegistryOptions, chunk: Int64? = nil, in session: Session) throws {
    let authorities = options.authorities.map(session.path)
    if let authorities { _ = try session.world.files.read(authorities, limit: 16 << 20) }
    world = session.world
    let environment = session.childEnvironment
    settings = RegistrySettings(
      credentials: CredentialStore(
        files: session.world.files, subprocesses: session.world.subprocesses, environment: environment),
      plainHTTP: Set(options.plainHTTP.map(\.name)), authorities: authorities, chunk: chunk)
  }

  /// The repository of an image.
  func repository(of image: ImageName) -> ImageRepository {
    let registry = registries.withLock { registries in
      if let known = registries[image.registry] { return known }
      let new = Registry(of: image, in: world, settings)
      registries[image.registry] = new
      return new
    }
    return ImageRepository(of: image, in: registry)
  }
}
