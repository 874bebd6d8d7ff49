internal import ReleaseSigning
internal import StrictJSON

extension Provenance {
  /// Returns what the provenance says otherwise than the manifest of the release.
  func refusals(against verified: VerifiedManifest) -> [Refusal] {
    let manifest = verified.manifest
    return buildTypeRefusals + subjectRefusals(manifest) + parameterRefusals(manifest)
      + sourceRefusals(manifest.source) + byproductRefusals(verified.digest)
  }

  private static func otherwise(_ field: Field, expected: String, found: String) -> Refusal {
    .provenance(.otherwise(field: field, expected: expected, found: found))
  }

  private var buildTypeRefusals: [Refusal] {
    let isOurs = buildType.utf8.elementsEqual(Self.buildType.utf8)
    return isOurs ? [] : [Self.otherwise(.buildType, expected: Self.buildType, found: buildType)]
  }

  private func subjectRefusals(_ manifest: Manifest) -> [Refusal] {
    let (expected, found) = (Set(manifest.subjects), Set(subjects))
    guard expected != found else { return [] }
    func first(_ subjects: Set<Statement.Subject>) -> String {
      subjects.map(\.name).min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? ""
    }
    let (missing, strange) = (expected.subtracting(found), found.subtracting(expected))
    return [Self.otherwise(.subject, expected: first(missing), found: first(strange))]
  }

  /// A parameter that is not known may mean anything, a release built in some other way included.
  private func parameterRefusals(_ manifest: Manifest) -> [Refusal] {
    var expected = Self.parameters(of: manifest, ref: manifest.source.tagRef)
    if case .string(let ref)? = externalParameters["ref"],
      BuildRun.isBuilt(on: ref, tagRef: manifest.source.tagRef)
    {
      expected["ref"] = .string(ref)
    }
    let unknown = externalParameters.keys.filter { key in
      !Field.parameters.contains { $0.rawValue.utf8.elementsEqual(key.utf8) }
    }
    let other = Field.parameters.compactMap { field -> Refusal? in
      let (due, found) = (expected[field.rawValue], externalParameters[field.rawValue])
      return due == found ? nil : Self.otherwise(field, expected: Self.text(due), found: Self.text(found))
    }
    return unknown.map { .provenance(.unknownParameter($0)) } + other
  }

  /// The sources stand in the provenance, and each time as those of the manifest.
  private func sourceRefusals(_ source: Manifest.Source) -> [Refusal] {
    let expected = ResourceDescriptor(source: source)
    let found = resolvedDependencies.filter { $0.isSamePlace(as: expected) }
    guard !found.isEmpty else {
      let first = resolvedDependencies.first.map { $0.uri ?? $0.name ?? "" } ?? ""
      return [Self.otherwise(.source, expected: expected.uri ?? expected.name ?? "", found: first)]
    }
    let commits = found.map { $0.gitCommit ?? "" }
    let other = commits.first { !$0.utf8.elementsEqual(source.commit.utf8) }
    return other.map { [.commitMismatch(expected: source.commit, found: $0)] } ?? []
  }

  /// Another manifest may have the same subjects and commit: the one that is meant is named.
  private func byproductRefusals(_ digest: Digest) -> [Refusal] {
    let named = byproducts.filter { ($0.name ?? "").utf8.elementsEqual("manifest".utf8) }
    let digests = named.map { $0.sha256 ?? "" }
    let other = digests.first { !$0.utf8.elementsEqual(digest.hex.utf8) }
    guard other != nil || digests.isEmpty else { return [] }
    return [Self.otherwise(.manifest, expected: digest.hex, found: other ?? "")]
  }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case nil: ""
    case .string(let text)?: text
    case let value?: String(decoding: value.bytes, as: UTF8.self)
    }
  }
}
