/// Follows a link's text by its parts, without looking at the disk.
enum LinkTarget {
  /// Returns whether a link in a folder (a path below some root) leads out of that root, or cannot be told by its text.
  ///
  /// The folder is a real one, so leading `..` climb as they read. Behind a name a `..` climbs from wherever that name
  /// leads when it is a link itself: such a text is refused.
  static func escapes(_ target: String, from folder: String) -> Bool {
    let slash = UInt8(ascii: "/")
    guard target.utf8.first != slash else { return true }
    let parts = target.utf8.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
    let climbs = parts.prefix { $0.elementsEqual("..".utf8) }.count
    guard climbs <= folder.utf8.split(separator: slash).count else { return true }
    return parts.dropFirst(climbs).contains { $0.elementsEqual("..".utf8) }
  }
}
