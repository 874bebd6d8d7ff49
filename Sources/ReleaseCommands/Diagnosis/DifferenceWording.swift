internal import ReleaseManifests
internal import StrictJSON

/// The words for what differs between two manifests.
enum DifferenceWording {
  static func lines(_ difference: ManifestDifference, from a: StatedManifest, to b: StatedManifest)
    -> [String]
  {
    let name = b.manifest.component ?? b.manifest.project
    let versions =
      difference.entries.isEmpty
      ? "\(b.manifest.version)" : "\(a.manifest.version) -> \(b.manifest.version)"
    let title = "\(name) \(versions) (not verified)"
    guard !difference.entries.isEmpty else { return [title, "  identical"] }
    let width = difference.entries.map(\.field.utf8.count).max() ?? 0
    return [title]
      + difference.entries.map { entry in
        let field = entry.field + String(repeating: " ", count: width - entry.field.utf8.count)
        return "\(mark(entry.kind)) \(field)  \(content(entry))"
      }
  }

  private static func mark(_ kind: ManifestDifference.Kind) -> String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    case .renamed: ">"
    }
  }

  private static func content(_ entry: ManifestDifference.Entry) -> String {
    let name = entry.kind == .renamed ? "" : entry.name.map { "\($0)  " } ?? ""
    switch (entry.a, entry.b) {
    case (let a?, let b?): return "\(name)\(short(a)) -> \(short(b))"
    case (let one?, nil), (nil, let one?): return "\(name)\(short(one))"
    case (nil, nil): return name
    }
  }

  /// Digests and names of commits by their first 12 digits; whoever needs all of them asks for JSON.
  private static func short(_ text: String) -> String {
    var (short, run) = ([UInt8](), [UInt8]())
    func end() { short += run.count >= 40 ? run.prefix(12) : run[...] }
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) {
        run.append(byte)
      } else {
        end()
        run = []
        short.append(byte)
      }
    }
    end()
    return String(decoding: short, as: UTF8.self)
  }

  static func json(_ entry: ManifestDifference.Entry) -> JSONValue {
    var object: JSONObject = ["field": .string(entry.field)]
    object["name"] = entry.name.map(JSONValue.string)
    object["kind"] = .string(entry.kind.rawValue)
    object["a"] = JSONValue(entry.a)
    object["b"] = JSONValue(entry.b)
    return .object(object)
  }
}
