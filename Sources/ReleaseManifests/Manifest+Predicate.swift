internal import ReleaseSigning
internal import SemanticVersions
package import StrictJSON

extension Manifest {
  /// The predicate, its members always in the same order; what is unknown is left out, never null.
  package var predicate: JSONObject {
    var object: JSONObject = ["project": .string(project)]
    object["component"] = component.map(JSONValue.string)
    object["version"] = .string(version.description)
    object["tag"] = .string(tag)
    object["channel"] = .string(channel)
    object["purl"] = purl.map(JSONValue.string)
    object["source"] = .object(source.json)
    object["previous"] = previous.map { .object($0.json) }
    object["bump"] = ["level": .string(bump.level.rawValue), "commits": .integer(Int64(bump.commits))]
    object["changelog"] = ["sha256": .string(changelog.sha256.hex), "markdown": .string(changelog.markdown)]
    object["images"] = .array(images.map { .object($0.json) })
    object["artifacts"] = .array(artifacts.map { .object($0.json) })
    object["sboms"] = .array(sboms.map { .object($0.json) })
    object["created_at"] = .string(createdAt.description)
    object["tool"] = ["name": .string(tool.name), "version": .string(tool.version)]
    return object
  }
}

extension Manifest.Source {
  var json: JSONObject {
    var object: JSONObject = [:]
    object["uri"] = uri.map(JSONValue.string)
    object["commit"] = .string(commit)
    object["tree"] = .string(tree)
    object["tag_ref"] = .string(tagRef)
    return object
  }
}

extension Manifest.Previous {
  var json: JSONObject {
    var object: JSONObject = ["version": .string(version.description)]
    object["manifest_digest"] = manifestDigest.map { .string($0.hex) }
    return object
  }
}

extension Manifest.Image {
  var json: JSONObject {
    var object: JSONObject = [
      "name": .string(name), "reference": .string(reference), "digest": .string("sha256:\(digest.hex)"),
    ]
    object["media_type"] = mediaType.map(JSONValue.string)
    object["size"] = size.map(JSONValue.integer)
    object["platforms"] = .array(
      platforms.map { platform in
        var object: JSONObject = [
          "os": .string(platform.os), "architecture": .string(platform.architecture),
        ]
        object["variant"] = platform.variant.map(JSONValue.string)
        object["digest"] = .string("sha256:\(platform.digest.hex)")
        return .object(object)
      })
    return object
  }
}

extension Manifest.Artifact {
  var json: JSONObject {
    var object: JSONObject = [
      "path": .string(path.text), "size": .integer(size), "sha256": .string(sha256.hex),
    ]
    object["media_type"] = mediaType.map(JSONValue.string)
    object["executable"] = isExecutable ? .bool(true) : nil
    return object
  }
}

extension Manifest.SBOM {
  var json: JSONObject {
    ["path": .string(path.text), "sha256": .string(sha256.hex), "format": .string(format)]
  }
}
