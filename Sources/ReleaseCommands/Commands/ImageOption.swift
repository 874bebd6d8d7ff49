internal import ArgumentSyntax
internal import OCIImages
internal import ReleaseManifests
internal import ReleaseSigning

/// `NAME=WHERE` on the command line: an image of the release, and where it is.
struct ImageOption: Hashable, Sendable, ArgumentValue {
  /// What the project calls it.
  let name: String
  let location: ImageLocation

  init(argument: String) throws(ArgumentValueError) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      throw Self.refusal(of: argument)
    }
    name = String(argument[..<equals])
    guard Identifier.isName(name),
      let location = ImageLocation(String(argument[argument.utf8.index(after: equals)...]))
    else { throw Self.refusal(of: argument) }
    self.location = location
  }

  /// A name with a password in it is not shown.
  private static func refusal(of argument: String) -> ArgumentValueError {
    let hasUser = argument.utf8.contains(UInt8(ascii: "@")) && !argument.contains("@sha256:")
    return hasUser ? .unshown(form) : .form(form)
  }

  private static var form: String {
    ("`NAME=REGISTRY/PATH:TAG`, `NAME=…@sha256:…`, `NAME=sha256:…`, `NAME=oci-layout:DIR[:TAG]`, "
      + "`NAME=oci-archive:FILE[:TAG]` or `NAME=docker-daemon:IMAGE`")
  }
}

/// Where an image is.
enum ImageLocation: Hashable, Sendable {
  /// In the repository that the configuration names, under this digest.
  case digest(Digest)
  /// In a registry, by a text that ends in a digest.
  case pinned(String)
  /// In a registry, where a tag leads to it, or nothing but the name is known.
  case named(ImageName)
  /// In an image layout: a folder, or an archive of one.
  case layout(path: String, tag: String?)
  /// In the docker engine of this machine.
  case engine(String)

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    if let digest = Digest(prefixed: text) {
      self = .digest(digest)
    } else if ["sha256:", "sha512:"].contains(where: { text.lowercased().utf8.starts(with: $0.utf8) }) {
      // No image is called that: it is a digest that is none.
      return nil
    } else if let rest = Self.rest(of: bytes, after: ["oci-layout:", "oci-archive:", "oci:"]) {
      self = .layout(path: Self.path(rest).0, tag: Self.path(rest).tag)
    } else if let rest = Self.rest(of: bytes, after: ["docker-daemon:"]) {
      self = .engine(rest)
    } else if bytes.contains(UInt8(ascii: "@")) {
      self = .pinned(text)
    } else {
      guard let name = try? ImageName(parsing: text) else { return nil }
      self = .named(name)
    }
  }

  private static func rest(of bytes: [UInt8], after prefixes: [String]) -> String? {
    prefixes.first { bytes.starts(with: $0.utf8) && bytes.count > $0.utf8.count }
      .map { String(decoding: bytes[$0.utf8.count...], as: UTF8.self) }
  }

  /// A path, and behind its last colon a tag when it can be one.
  private static func path(_ text: String) -> (String, tag: String?) {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return (text, nil) }
    let tag = String(text[text.utf8.index(after: colon)...])
    return ImageTag.isTag(tag) && colon > text.utf8.startIndex ? (String(text[..<colon]), tag) : (text, nil)
  }
}
