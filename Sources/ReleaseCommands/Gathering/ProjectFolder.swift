internal import Effects

/// The root of the project around a folder, as far as folders tell.
struct ProjectFolder {
  /// The work tree's root, or the folder itself where there is none around it; nil where only git can tell: in a bare
  /// repository, behind a symbolic link, or when variables lead somewhere else.
  let root: String?

  init(_ folder: String, in world: World) throws(FileError) {
    let variables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_CEILING_DIRECTORIES"]
    guard !variables.contains(where: { world.environment[$0] != nil }) else {
      root = nil
      return
    }
    var place = PathText.normalized(folder)
    while place != "" {
      // Behind a link the folders above are others than the path says.
      guard try world.files.status(place)?.kind != .symlink else {
        root = nil
        return
      }
      if try world.files.status("\(place)/.git") != nil {
        root = place
        return
      }
      if try world.files.status("\(place)/HEAD") != nil, try world.files.status("\(place)/objects") != nil {
        root = nil
        return
      }
      place = PathText.parent(of: place)
    }
    root = folder
  }
}
