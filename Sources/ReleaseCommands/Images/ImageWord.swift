internal import OCIImages
internal import Registries

/// A word of the command line that may mean an image in a registry.
///
/// What begins with a host and has a port, tag, digest or user is one, whatever lies in the folder: no file may answer for
/// an image. A path that looks like that is written with `./`.
struct ImageWord {
  private let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// The image that is meant; nil: a file is.
  ///
  /// - Throws: `RegistryError.name` for an image that is misspelt, or has neither tag nor digest.
  func image() throws(RegistryError) -> ImageName? {
    guard !isPath, isDigest || isAddress || hasHost else { return nil }
    do throws(ImageNameProblem) {
      if starts(with: ["sha256:"]) { throw .identifier }
      let image = try ImageName(parsing: text)
      guard image.tag != nil || image.digest != nil else { throw .tag("") }
      return image
    } catch { throw .name(text, error) }
  }

  private var isPath: Bool { starts(with: ["/", "./", "../"]) }

  /// Whether there is a digest, or what should be one, alone or behind a name.
  private var isDigest: Bool {
    let parts = text.lowercased().utf8.split(separator: UInt8(ascii: "@"))
    return starts(with: ["sha256:"]) || parts.dropFirst().contains { $0.starts(with: "sha".utf8) }
  }

  private var isAddress: Bool { starts(with: ["docker:", "https:", "http:", "oci:"]) }

  private var hasHost: Bool {
    let first = bytes.prefix { $0 != UInt8(ascii: "/") }
    guard first.count < bytes.count else { return false }
    let isName = first.contains(UInt8(ascii: ".")) || first.elementsEqual("localhost".utf8)
    return first.contains(where: ":@[".utf8.contains)
      || (isName && bytes[first.count...].contains(where: ":@".utf8.contains))
  }

  private func starts(with beginnings: [String]) -> Bool {
    beginnings.contains { bytes.starts(with: $0.utf8) }
  }
}
