#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder, whose names are bytes that need not be text.
@safe struct DirectoryStream: ~Copyable {
  /// A name as the kernel wrote it, with the zero byte at its end.
  typealias Name = [CChar]

  #if canImport(Darwin)
    private typealias Handle = UnsafeMutablePointer<DIR>
  #else
    private typealias Handle = OpaquePointer
  #endif

  private let stream: Handle
  private let path: String

  /// Takes over a descriptor of a folder.
  init(_ descriptor: consuming Descriptor) throws(FileError) {
    let path = descriptor.path
    let number = descriptor.surrender()
    guard let stream = unsafe fdopendir(number) else {
      let code = errno
      _ = close(number)
      throw FileError("fdopendir", path, code: code)
    }
    unsafe self.stream = stream
    self.path = path
  }

  deinit { _ = unsafe closedir(stream) }

  /// The descriptor, for calls on what is in the folder; it lives as long as the stream.
  var number: Int32 { unsafe dirfd(stream) }

  /// Returns all names but `.` and `..`, in the order of the kernel.
  func names() throws(FileError) -> [Name] {
    var names: [Name] = []
    try forEachEntry { name, _ in
      names.append(name)
      return true
    }
    return names
  }

  /// Hands over all names but `.` and `..`, and whether each is a folder's, until `take` has enough.
  func forEachEntry(_ take: (_ name: Name, _ isFolder: Bool) -> Bool) throws(FileError) {
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe Self.name(of: entry)
      let isDot = name == [46, 0] || name == [46, 46, 0]
      if !isDot, unsafe !take(name, isFolder(entry, name)) { return }
      errno = 0
    }
    guard errno == 0 else { throw FileError("readdir", path, code: errno) }
  }

  /// Some file systems do not say in a listing what sort an entry is of.
  private func isFolder(_ entry: UnsafeMutablePointer<dirent>, _ name: Name) -> Bool {
    let offset = MemoryLayout<dirent>.offset(of: \.d_type) ?? 0
    let type = unsafe UnsafeRawPointer(entry).load(fromByteOffset: offset, as: UInt8.self)
    guard Int(type) == Int(DT_UNKNOWN) else { return Int(type) == Int(DT_DIR) }
    return FileIdentity(of: name, in: number)?.kind == .directory
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> Name {
    // The record is as long as its name needs: the array that the C header declares may reach past it.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    return unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
  }
}
