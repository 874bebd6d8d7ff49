internal import CLibc

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The way down from an open folder, name by name: no link is followed, so that nothing leads out of it.
struct Descent {
  /// Opens a folder to pass through it; on Linux the right to list it is not needed for that.
  #if canImport(Darwin)
    static let passage = O_RDONLY | O_DIRECTORY
  #else
    static let passage = O_PATH_LINUX | O_DIRECTORY
  #endif

  /// The descriptor of the folder that the way begins in.
  let root: Int32

  /// Opens the regular file, or what else is there, at the end of a path.
  ///
  /// No FIFO and no device makes us wait. Sockets and links cannot be opened.
  /// - Throws: `missing`, `inTheWay`, `failed`.
  func openFile(_ path: String) throws(FileObstacle) -> Descriptor {
    let names = try Self.names(of: path)
    let number = try passing(names) { step throws(FileObstacle) in
      try step.open(O_RDONLY | O_NONBLOCK | O_NOCTTY, wanting: .file)
    }
    return Descriptor(adopting: number, path: path)
  }

  /// Hands over what is in the folder at the end of some names, none for the first one, and whether each is a folder,
  /// until `take` has enough.
  ///
  /// - Throws: `missing`, `inTheWay`, `failed`.
  func list(
    _ names: [[UInt8]], _ take: (_ name: [UInt8], _ isFolder: Bool) -> Bool
  ) throws(FileObstacle) {
    let number = try passing(names.isEmpty ? [Array(".".utf8)] : names) { step throws(FileObstacle) in
      try step.open(O_RDONLY | O_DIRECTORY, wanting: .directory)
    }
    do {
      let stream = try DirectoryStream(Descriptor(adopting: number, path: EscapedName.path(names)))
      try stream.forEachEntry { name, isFolder in
        take(name.dropLast().map(UInt8.init(bitPattern:)), isFolder)
      }
    } catch {
      throw .failed(error)
    }
  }

  /// The size of what is at a path; 0 when that cannot be told.
  func size(of path: String) -> Int64 {
    // Whoever asks only wants an order to work in; what stands in the way here does so again when it is opened.
    let size = try? passing(Self.names(of: path)) { step throws(FileObstacle) in step.identity?.size ?? 0 }
    return size ?? 0
  }

  /// Does something with the last of some names while the folder that holds it is open; no other one is.
  private func passing<Result>(
    _ names: [[UInt8]], _ arrive: (DescentStep) throws(FileObstacle) -> Result
  ) throws(FileObstacle) -> Result {
    var step = DescentStep(names: names, folder: root)
    defer { if step.folder != root { _ = close(step.folder) } }
    while step.place < names.count - 1 {
      let next = try step.open(Self.passage, wanting: .directory)
      if step.folder != root { _ = close(step.folder) }
      step.folder = next
      step.place += 1
    }
    return try arrive(step)
  }

  /// The names that a path goes through.
  ///
  /// - Throws: `failed` with `invalidName` when they do not go down.
  private static func names(of path: String) throws(FileObstacle) -> [[UInt8]] {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let goesDown = parts.allSatisfy { part in
      !part.isEmpty && !part.contains(0) && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
    guard goesDown else { throw .failed(.invalidName(path: path)) }
    return parts.map(Array.init)
  }
}
