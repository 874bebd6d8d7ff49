#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One of the names on a way down, in the open folder that the names before it led to.
struct DescentStep {
  /// All names of the way.
  let names: [[UInt8]]
  /// The descriptor of the folder.
  var folder: Int32
  /// Which of the names is to be looked up in it.
  var place = 0

  /// What is there, a symbolic link not followed; nil when that cannot be told.
  var identity: FileIdentity? { FileIdentity(of: name, in: folder) }

  /// Opens what is there and returns its descriptor.
  ///
  /// - Throws: `missing`, `inTheWay`, `failed`.
  func open(_ flags: Int32, wanting kind: EntryKind) throws(FileObstacle) -> Int32 {
    let flags = flags | O_NOFOLLOW | O_CLOEXEC
    let name = name
    let number = uninterrupted { unsafe openat(folder, name, flags) }
    guard number < 0 else { return number }
    throw obstacle(code: errno, wanting: kind)
  }

  /// The name to look up, as the kernel takes it.
  private var name: DirectoryStream.Name { names[place].map(CChar.init(bitPattern:)) + [0] }

  private func obstacle(code: Int32, wanting wanted: EntryKind) -> FileObstacle {
    let path = EscapedName.path(names[...place])
    switch code {
    case ENOENT: return .missing
    case EACCES, EPERM: return .failed(.notPermitted(path: path))
    default: break
    }
    // The second look only finds the word for the refusal, which stands.
    if let kind = identity?.entryKind, kind != wanted { return .inTheWay(kind, at: path) }
    return .failed(.system(path: path, operation: "open", code: code, message: systemMessage(code)))
  }
}
