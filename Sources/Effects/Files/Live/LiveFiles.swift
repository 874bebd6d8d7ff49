#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file system of the machine.
package struct LiveFiles: Files {
  private let temporaryRoot: String

  /// The file system, with the folder that temporary folders go to.
  package init(temporaryRoot: String = "/tmp") { self.temporaryRoot = temporaryRoot }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY)
    let status = try file.regularFileStatus()
    guard status.size <= limit else { throw .tooLarge(path: path, limit: limit) }
    return try file.readAll(limit: limit, expecting: Int(status.size))
  }

  package func readSecret(_ path: String, limit: Int) throws(FileError) -> SecretFile {
    let file = try Descriptor(opening: path, O_RDONLY)
    let status = try file.regularFileStatus()
    guard status.size <= limit else { throw .tooLarge(path: path, limit: limit) }
    return SecretFile(content: try file.readSecret(limit: limit), mode: status.fileStatus.mode)
  }

  package func status(_ path: String) throws(FileError) -> FileStatus? {
    try FileIdentity(at: path)?.fileStatus
  }

  package func isSame(_ path: String, as other: String) throws(FileError) -> Bool {
    var (one, two) = (stat(), stat())
    do {
      try onPath(path, "stat") { unsafe stat($0, &one) }
      try onPath(other, "stat") { unsafe stat($0, &two) }
    } catch .notFound {
      return false
    }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  package func list(_ directory: String) throws(FileError) -> [String] {
    let folder = try DirectoryStream(Descriptor(opening: directory, O_RDONLY | O_DIRECTORY))
    var names: [String] = []
    for name in try folder.names() {
      guard let text = String(validating: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      else { throw .invalidName(path: directory) }
      names.append(text)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func makeDirectory(_ path: String) throws(FileError) {
    for folder in path.pathPrefixes {
      do {
        try onPath(folder, "mkdir", for: path) { unsafe mkdir($0, 0o777) }
        try synchronizeFolder(of: folder)
      } catch .exists {
        continue
      }
    }
    // A link to a folder serves as well as a folder; anything else in the way is reported here.
    _ = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
  }

  package func temporaryDirectory(prefix: String) throws(FileError) -> String {
    let path = temporaryRoot + "/" + prefix + randomName()
    try onPath(path, "mkdir") { unsafe mkdir($0, 0o700) }
    return path
  }
}
