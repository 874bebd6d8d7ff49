extension VersionFormat {
  /// Returns where the version stands, in ascending order and without overlaps: the format's own places and
  /// those of markers.
  ///
  /// Where markers stand, a format needs no place of its own, and one that is computed or not clear does not
  /// count.
  func versionPlaces(
    in bytes: [UInt8], context: VersionFileContext
  ) throws(VersionFileError) -> [VersionPlace] {
    guard bytes.count <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
    let source = SourceText(bytes)
    do throws(VersionFileError) {
      let own = try ownPlaces(in: source, context: context).sorted()
      var markers = MarkerScanner(source, own: own)
      let places = VersionPlace.merged(own, try markers.places())
      guard !places.isEmpty else { throw VersionFileError.notFound }
      return places
    } catch {
      guard error.leavesRoomForMarkers else { throw error }
      var markers = MarkerScanner(source, own: [])
      let places = try markers.places()
      guard !places.isEmpty else { throw error }
      return VersionPlace.merged([], places)
    }
  }

  private func ownPlaces(
    in source: SourceText, context: VersionFileContext
  ) throws(VersionFileError) -> [VersionPlace] {
    switch self {
    case .npmManifest: try NPMFiles.manifestPlaces(in: source)
    case .npmLock: try NPMFiles.lockPlaces(in: source, folder: context.folder)
    case .cargoManifest: try CargoManifest.places(in: source)
    case .cargoLock: try CargoLock.places(in: source, packages: context.packages)
    case .pythonProject: try PythonProject.places(in: source)
    case .pythonLock: try PythonLock.places(in: source, packages: context.packages)
    case .helmChart: try HelmChart.places(in: source)
    case .mavenPOM: try MavenPOM.places(in: source)
    case .gradleBuild: try GradleBuild.places(in: source)
    case .gradleProperties: try GradleProperties.places(in: source)
    case .plain: try PlainFile.places(in: source)
    case .podspec: try Podspec.places(in: source)
    case .propertyList: try PropertyList.places(in: source)
    case .readme: ShieldBadges.places(in: source)
    case .marked: []
    case .pattern(let pattern): try pattern.places(in: source)
    }
  }
}

extension VersionFileError {
  /// Whether a marker in the file makes up for this.
  fileprivate var leavesRoomForMarkers: Bool {
    switch self {
    case .notFound, .ambiguous, .computed: true
    case .malformed, .emptyMarker, .notExpressible, .tooLarge: false
    }
  }
}
