package import ReleaseSigning
internal import StrictJSON

/// What refers to an image: the answer of the referrers API, and the index that stands in for it under a tag
/// where a registry has no such API (OCI Distribution 1.1, "Listing Referrers", "Referrers Tag Schema").
///
/// An index that others wrote is kept as it is, the members that we do not know included; only entries are
/// added.
package struct ReferrersIndex: Hashable, Sendable {
  /// The greatest number of entries that is read.
  package static let maximumEntries = 10_000

  /// What refers to the image.
  package private(set) var descriptors: [Descriptor]
  private var document: JSONObject
  private var entries: [JSONValue]

  /// An index without entries.
  package init() {
    descriptors = []
    entries = []
    document = ["schemaVersion": 2, "mediaType": .string(MediaType.ociIndex), "manifests": []]
  }

  /// Reads an index; `null` for its entries is none, as some registries write it.
  ///
  /// - Throws: `ImageDocumentError`.
  package init(parsing bytes: [UInt8]) throws(ImageDocumentError) {
    let cursor = try DocumentCursor(parsing: bytes, limits: ImageDocument.limits)
    let type = try DocumentType(of: cursor, received: try cursor.text("mediaType") ?? MediaType.ociIndex)
    guard type.kind == .index else { throw .unknownType(type.name) }
    let elements = try cursor.optional("manifests")?.elements(atMost: Self.maximumEntries) ?? []
    // One entry that cannot be read, which anybody may have put there, hides none of the others.
    descriptors = elements.compactMap { try? Descriptor($0) }
    entries = elements.map(\.json.value)
    do { document = try cursor.json.object() } catch { throw .shape(error) }
  }

  /// Adds an entry at the end and returns `true`, or returns `false` when one of that digest is there.
  package mutating func insert(_ descriptor: Descriptor) -> Bool {
    guard !descriptors.contains(where: { $0.digest == descriptor.digest }) else { return false }
    descriptors.append(descriptor)
    entries.append(.object(descriptor.json))
    return true
  }

  /// Returns the entries of one kind, all without one: registries may, but need not, filter.
  package func filtered(by artifactType: String?) -> [Descriptor] {
    guard let artifactType else { return descriptors }
    return descriptors.filter { $0.artifactType?.hasSameBytes(as: artifactType) ?? false }
  }

  /// The index as compact JSON without a final newline.
  package var bytes: [UInt8] {
    var document = document
    document["manifests"] = .array(entries)
    return JSONValue.object(document).bytes
  }

  /// Returns the tag under which the index of an image lies: `sha256-` and 64 hex digits.
  package static func fallbackTag(of digest: Digest) -> String { "sha256-\(digest.hex)" }
}
