internal import ReleaseSigning

extension ManifestDifference {
  /// A file by its path and digest, and what else is said of it.
  struct Content {
    let path: String
    let digest: Digest
    var details: [(name: String, text: String?)] = []
  }

  /// Compares files: those of one path, and then those of one digest among the rest.
  static func files(_ field: String, _ a: [Content], _ b: [Content]) -> [Entry] {
    let ours = Dictionary(a.map { ($0.path, $0) }) { first, _ in first }
    let theirs = Dictionary(b.map { ($0.path, $0) }) { first, _ in first }
    var arrivals: [Digest: [Content]] = [:]
    for content in b.reversed() where ours[content.path] == nil {
      arrivals[content.digest, default: []].append(content)
    }
    var entries: [Entry] = []
    for content in a {
      if let twin = theirs[content.path] {
        entries += changes(of: field, from: content, to: twin)
      } else if let twin = arrivals[content.digest]?.popLast() {
        entries.append(Entry(field, of: content.path, as: .renamed, content.path, twin.path))
        entries += details(of: field, from: content, to: twin)
      } else {
        entries.append(Entry(field, of: content.path, content.digest.prefixed, nil))
      }
    }
    entries += arrivals.values.joined().map { Entry(field, of: $0.path, nil, $0.digest.prefixed) }
    return sorted(entries)
  }

  private static func changes(of field: String, from a: Content, to b: Content) -> [Entry] {
    let digests = a.digest == b.digest ? [] : [Entry(field, of: a.path, a.digest.prefixed, b.digest.prefixed)]
    return digests + details(of: field, from: a, to: b)
  }

  /// The size goes with the digest and is told only where it alone differs.
  private static func details(of field: String, from a: Content, to b: Content) -> [Entry] {
    zip(a.details, b.details).compactMap { a, b in
      isSame(a.text, b.text) ? nil : (a.name, a.text, b.text)
    }.filter { $0.0 != "size" || a.digest == b.digest }
      .map { Entry("\(field).\($0.0)", of: b.path, $0.1, $0.2) }
  }

  /// Compares images by their names.
  static func images(_ a: [Manifest.Image], _ b: [Manifest.Image]) -> [Entry] {
    let ours = Dictionary(a.map { ($0.name, $0) }) { first, _ in first }
    let theirs = Dictionary(b.map { ($0.name, $0) }) { first, _ in first }
    return sorted(
      Set(ours.keys).union(theirs.keys).flatMap { name -> [Entry] in
        let (a, b) = (ours[name], theirs[name])
        let whole =
          isSame(a?.reference, b?.reference) ? [] : [Entry("images", of: name, a?.reference, b?.reference)]
        guard let a, let b else { return whole }
        return whole + details(of: a, b)
      })
  }

  private static func details(of a: Manifest.Image, _ b: Manifest.Image) -> [Entry] {
    let fields = [
      ("images.media_type", a.mediaType, b.mediaType),
      ("images.size", a.size.map { "\($0)" }, b.size.map { "\($0)" }),
    ].filter { !isSame($1, $2) }.map { Entry($0, of: a.name, $1, $2) }
    let (ours, theirs) = (a.platformDigests, b.platformDigests)
    let platforms = Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }
      .map { Entry("images.platforms", of: "\(a.name) \($0)", ours[$0]?.prefixed, theirs[$0]?.prefixed) }
    return fields + platforms
  }

  /// By name, and for one name by field.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.sorted { left, right in
      let (a, b) = (left.name ?? "", right.name ?? "")
      return a.utf8.elementsEqual(b.utf8)
        ? left.field < right.field : a.utf8.lexicographicallyPrecedes(b.utf8)
    }
  }
}

extension Manifest.Artifact {
  var content: ManifestDifference.Content {
    .init(
      path: path.text, digest: sha256,
      details: [
        ("size", "\(size)"), ("media_type", mediaType), ("executable", isExecutable ? "true" : "false"),
      ])
  }
}

extension Manifest.SBOM {
  var content: ManifestDifference.Content {
    .init(path: path.text, digest: sha256, details: [("format", format)])
  }
}

extension Digest {
  fileprivate var prefixed: String { "sha256:\(hex)" }
}
