/// Web addresses of a repository's commits, issues, tags and comparisons.
package struct RepositoryLinks: Hashable, Sendable {
  /// The service, which decides the form of the addresses.
  package let forge: Forge
  /// The address of the host, such as `https://github.com`.
  let origin: String
  /// The repository's path on the host, percent-encoded.
  let path: String
  /// What stands before the id in the address of a commit.
  private let commitPrefix: String

  /// Reads the address of a git remote; user names and passwords in it are dropped.
  ///
  /// - Parameters:
  ///   - remoteURL: An https, ssh, git or scp-like address.
  ///   - forge: The service, for a host whose name does not say it.
  /// - Returns: nil for a local path, and for a host of which nothing is known.
  package init?(remoteURL: String, forge: Forge? = nil) {
    guard let remote = RemoteURL(remoteURL), let forge = forge ?? Forge(host: remote.host),
      let path = forge.path(remote.path)
    else { return nil }
    self.forge = forge
    origin = remote.scheme + "://" + remote.host
    self.path = path
    let page =
      switch forge {
      case .gitHub, .gitea: "/commit/"
      case .gitLab: "/-/commit/"
      case .bitbucket, .bitbucketServer: "/commits/"
      }
    commitPrefix = origin + "/" + path + page
  }

  /// The address of the repository's page.
  package var repositoryURL: String { origin + "/" + path }

  /// Returns the address of a commit.
  ///
  /// - Parameter id: its id, in hexadecimal.
  package func commitURL(_ id: String) -> String { commitPrefix + id }

  /// Returns the address of an issue or pull request, or nil where the service has no issues.
  ///
  /// GitHub and Gitea lead from the issue's address to the pull request of the same number.
  package func issueURL(_ reference: IssueReference) -> String? {
    let base = origin + "/" + (reference.repository?.inURL ?? path)
    switch forge {
    case .gitHub, .gitea, .bitbucket: return base + "/issues/" + reference.number
    case .gitLab: return base + "/-/issues/" + reference.number
    case .bitbucketServer: return nil
    }
  }

  /// Returns the address that shows what changed between two tags or commits.
  package func compareURL(from old: String, to new: String) -> String {
    switch forge {
    case .gitHub, .gitea: page("compare", old.inURL + "..." + new.inURL)
    case .gitLab: page("-/compare", old.inURL + "..." + new.inURL)
    // Bitbucket puts the newer one first, and a carriage return between them.
    case .bitbucket: page("branches/compare", new.inURL + "%0D" + old.inURL)
    case .bitbucketServer:
      page("compare", "commits?sourceBranch=" + new.inQuery + "&targetBranch=" + old.inQuery)
    }
  }

  /// Returns the address of a tag: of its release's page, where the service has one.
  package func tagURL(_ tag: String) -> String {
    switch forge {
    case .gitHub, .gitea: page("releases/tag", tag.inURL)
    case .gitLab: page("-/tags", tag.inURL)
    case .bitbucket: page("src", tag.inURL)
    case .bitbucketServer: repositoryURL + "/browse?at=refs%2Ftags%2F" + tag.inQuery
    }
  }

  private func page(_ kind: String, _ name: String) -> String {
    repositoryURL + "/" + kind + "/" + name
  }
}
