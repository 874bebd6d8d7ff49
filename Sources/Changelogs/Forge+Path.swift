extension Forge {
  /// Returns the path of the repository's pages for the path of its remote, or nil when it is not one.
  func path(_ parts: [String]) -> String? {
    let parts = self == .bitbucketServer && parts.first == "scm" ? Array(parts.dropFirst()) : parts
    // A group of GitLab may lie in another, and any of the services may be installed below a path.
    guard parts.count >= 2, !parts.contains("."), !parts.contains("..") else { return nil }
    guard self == .bitbucketServer else { return parts.map(\.inQuery).joined(separator: "/") }
    let repository = parts[parts.count - 1].inQuery
    let project = parts[parts.count - 2].inQuery
    // Repositories of a person, `~name`, are served below `users`.
    let isPersonal = parts[parts.count - 2].utf8.first == UInt8(ascii: "~")
    return isPersonal
      ? "users/" + project.dropFirst(3) + "/repos/" + repository
      : "projects/" + project + "/repos/" + repository
  }
}
