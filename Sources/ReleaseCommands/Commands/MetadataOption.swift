internal import ArgumentSyntax
internal import ReleaseManifests

/// `[NAME=]FILE` on the command line: what a build wrote about the images that it made.
struct MetadataOption: Hashable, Sendable, ArgumentValue {
  let name: String?
  let path: String

  init(argument: String) throws(ArgumentValueError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let isNamed = parts.count == 2 && Identifier.isName(parts[0]) && !parts[1].isEmpty
    (name, path) = isNamed ? (parts[0], parts[1]) : (nil, argument)
  }
}
