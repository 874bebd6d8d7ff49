package import ReleaseSigning
internal import StrictJSON

/// Something that a build used or left behind, known by its digest.
///
/// Source: in-toto Attestation Framework, spec/v1/resource_descriptor.md; of its members those that are used here.
package struct ResourceDescriptor: Hashable, Sendable {
  /// What people call it.
  package var name: String?
  /// Where it came from.
  package var uri: String?
  /// SHA-256 of its bytes, lower-case hex.
  package var sha256: String?
  /// The git commit that it is.
  package var gitCommit: String?
  /// Its media type.
  package var mediaType: String?

  /// A file or document.
  package init(name: String, sha256: Digest, mediaType: String? = nil) {
    self.name = name
    self.sha256 = sha256.hex
    self.mediaType = mediaType
  }

  /// The commit of a tag; without a public address it goes by the name of the tag.
  package init(source: Manifest.Source) {
    uri = source.uri.map { "\($0)@\(source.tagRef)" }
    name = uri == nil ? source.tagRef : nil
    gitCommit = source.commit
  }

  init(_ fields: StatementFields) throws(StatementError) {
    name = try fields.optionalLine("name")
    uri = try fields.optionalLine("uri")
    mediaType = try fields.optionalLine("mediaType")
    let digest = try fields.optionalObject("digest")
    sha256 = try digest?.optionallyParsed("sha256") { Digest(hex: $0)?.hex }
    gitCommit = try digest?.optionallyParsed("gitCommit") { Identifier.isObjectName($0) ? $0 : nil }
  }

  var json: JSONValue {
    var digest: JSONObject = [:]
    digest["sha256"] = sha256.map(JSONValue.string)
    digest["gitCommit"] = gitCommit.map(JSONValue.string)
    var object: JSONObject = [:]
    object["name"] = name.map(JSONValue.string)
    object["uri"] = uri.map(JSONValue.string)
    object["digest"] = digest.isEmpty ? nil : .object(digest)
    object["mediaType"] = mediaType.map(JSONValue.string)
    return .object(object)
  }

  /// Whether both speak of the same place, whatever its digest.
  func isSamePlace(as other: ResourceDescriptor) -> Bool {
    (uri ?? "").utf8.elementsEqual((other.uri ?? "").utf8)
      && (uri != nil || (name ?? "").utf8.elementsEqual((other.name ?? "").utf8))
  }
}
