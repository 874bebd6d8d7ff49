internal import Effects
internal import OCIImages
internal import Registries
internal import StrictJSON

extension RegistryWording {
  /// Why a text is no name of an image.
  static func name(_ problem: ImageNameProblem) -> String {
    switch problem {
    case .empty: "there is no name"
    case .tooLong(let bytes): "\(bytes) bytes are too many"
    case .controlByte, .notASCII: "it has a character that names do not have"
    case .scheme(let scheme): "leave out `\(scheme)`"
    case .identifier: "it is the id of an image, which only one engine knows"
    case .host(let host): "`\(host)` is no host"
    case .port(let port): "`\(port)` is no port"
    case .emptyPart: "a part between two slashes is empty"
    case .dots(let part): "it has the part `\(part)`"
    case .upperCase(let part): "`\(part)` has capitals"
    case .part(let part): "`\(part)` is not of lower-case letters and digits with `._-` between"
    case .tag(""): "it has neither tag nor digest"
    case .tag(let tag): "`\(tag)` is no tag"
    case .algorithm(let name): "not supported: digests by `\(name)`"
    case .digest(let text): "`\(text)` is no digest"
    }
  }

  /// Why a document is none of an image.
  static func document(_ error: ImageDocumentError) -> String {
    switch error {
    case .notJSON(let error): FormatWording.json(error)
    case .shape(let error): FormatWording.shape(error.problem, at: "\(error.path)").0
    case .schema1: "not supported: docker's first format, whose parts no digest protects"
    case .schemaVersion(let version): "its `schemaVersion` is \(version)"
    case .unknownType(let type): "`\(type)` is no type of an image"
    case .unknownShape: "it is neither manifest nor index"
    case .contentType(let stated, let received):
      "it says that it is `\(stated)`, and the registry `\(received)`"
    case .ambiguous(let member): "it is manifest and index at once: `\(member)`"
    case .mediaType(let path, let text): "\(path): `\(text)` is no media type"
    case .digest(let path, let text): "\(path): `\(text)` is no digest"
    case .algorithm(let path, let name): "\(path): not supported: digests by `\(name)`"
    case .repeatedKey(let path, let key): "\(path): `\(key)` stands there twice"
    case .tooMany(let path, let count): "\(path) has more than \(count) entries"
    case .layoutVersion(let version): "not supported: version `\(version)` of the layout"
    case .name(let text, let problem): "`\(text)`: \(name(problem))"
    case .digestsDiffer(let path): "\(path): two digests are given"
    case .capitals(let path, let key): "\(path): `\(key)` is a member's name but for its capitals"
    case .imageCount(let count): "it speaks of \(count) images"
    }
  }

  static func layout(_ problem: LayoutProblem) -> String {
    switch problem {
    case .empty: "holds no image"
    case .several(let tags): "holds several images: say which, one of \(tags.joined(separator: ", "))"
    case .noSuchTag(let tag, let available):
      "has no `\(tag)`; there are: \(available.joined(separator: ", "))"
    }
  }

  static func archive(_ problem: ArchiveProblem) -> String {
    switch problem {
    case .header(let offset): "is no tar archive: byte \(offset)"
    case .truncated(let offset): "ends too early: byte \(offset)"
    case .compressed: "is compressed; not supported: unpack it first"
    case .repeated(let name): "has `\(name)` twice"
    case .tooMany: "has more files than any image"
    }
  }

  static func credentials(_ error: CredentialError) -> String {
    switch error {
    case .missing(let path): "REGISTRY_AUTH_FILE names `\(path)`, which is not there"
    case .unreadable(let error): FileWording.problem(error)
    case .malformed(let path, let error): "`\(path)` cannot be used: \(configuration(error))"
    case .helperNotRun(_, let error): FileWording.problem(error)
    case .helperFailed(let program, let said): "`\(program)` failed: \(said)"
    }
  }

  private static func configuration(_ error: DockerConfigurationError) -> String {
    switch error {
    case .notJSON(let error): FormatWording.json(error)
    case .shape(let error): FormatWording.shape(error.problem, at: "\(error.path)").0
    case .malformedAuth(let host): "the credentials for \(host) are not in base64 as they must be"
    case .helperName(let name, _): "`\(name)` cannot be the name of a helper"
    }
  }
}
