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
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe Self.name(of: entry)
      if name != [46, 0] && name != [46, 46, 0] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileError("readdir", path, code: errno) }
    return names
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> Name {
    // The record is as long as its name needs: the array that the C header declares may reach past it.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    return unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
  }
}
