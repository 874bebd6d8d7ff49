/// `Chart.yaml` of Helm (https://helm.sh/docs/topics/charts).
enum HelmChart {
  /// Returns the place of the chart's version, not of the application's.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let entries = try YAMLScanner.entries(with: "version", in: source)
    guard entries.count <= 1 else { throw source.ambiguous(at: entries.map(\.key.lowerBound)) }
    switch entries.first?.value {
    case nil: return []
    case .scalar(let range)?: return [try source.place(range)]
    case .missing(let offset)?: return [VersionPlace(offset..<offset, text: [], lead: " ")]
    case .other(let offset)?:
      guard "{*".utf8.contains(source.bytes[offset...].first ?? 0) else { throw source.malformed(at: offset) }
      throw source.computed(from: offset)
    }
  }
}
