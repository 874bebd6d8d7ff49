/// Which of the two documents one is: a reader that guessed differently would see another image.
struct DocumentType {
  enum Kind {
    case manifest
    case index
  }

  let name: String
  let kind: Kind

  private static let members = [
    "schemaVersion", "mediaType", "artifactType", "config", "layers", "manifests", "fsLayers", "subject",
    "annotations",
  ]

  /// Decides by what the document says, and who sent it; by its members only where both are silent.
  ///
  /// - Throws: `ImageDocumentError`.
  init(of document: DocumentCursor, received: String?) throws(ImageDocumentError) {
    try document.refuseOtherCapitals(of: Self.members)
    try Self.refuseSchema1(document, received)
    let stated = try document.mediaType("mediaType")
    if let stated, let received, !stated.utf8.elementsEqual(received.utf8) {
      throw .contentType(stated: stated, received: received)
    }
    if let known = stated ?? received { name = known } else { name = try Self.type(byShapeOf: document) }
    guard MediaType.isManifest(name) || MediaType.isIndex(name) else { throw .unknownType(name) }
    kind = MediaType.isManifest(name) ? .manifest : .index
    try refuseMembersOfTheOther(in: document)
  }

  private static func refuseSchema1(
    _ document: DocumentCursor, _ received: String?
  ) throws(ImageDocumentError) {
    let types = [try document.text("mediaType"), received].compactMap(\.self)
    guard !types.contains(where: MediaType.isSchema1) else { throw .schema1 }
    let version = try document.member("schemaVersion").integer()
    guard version != 1 else { throw .schema1 }
    guard version == 2 else { throw .schemaVersion(version) }
  }

  private static func type(byShapeOf document: DocumentCursor) throws(ImageDocumentError) -> String {
    if try document.optional("manifests") != nil { return MediaType.ociIndex }
    guard try document.optional("layers") != nil, try document.optional("config") != nil else {
      throw .unknownShape
    }
    return MediaType.ociManifest
  }

  private func refuseMembersOfTheOther(in document: DocumentCursor) throws(ImageDocumentError) {
    for member in (kind == .manifest ? ["manifests"] : ["layers", "config"]) + ["fsLayers"] {
      guard try document.optional(member) == nil else { throw .ambiguous(member: member) }
    }
  }
}
