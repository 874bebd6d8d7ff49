/// The kind of service that a repository lives on; it decides what web addresses look like.
package enum Forge: String, CaseIterable, Hashable, Sendable {
  case gitHub = "github"
  case gitLab = "gitlab"
  /// Gitea and Forgejo, such as Codeberg.
  case gitea
  /// bitbucket.org.
  case bitbucket
  /// Bitbucket Data Center, which has other addresses than bitbucket.org.
  case bitbucketServer = "bitbucket-server"

  /// Guesses the service from a host's name: `git.example.org` says nothing, `gitlab.example.org` does.
  init?(host: String) {
    if host == "bitbucket.org" {
      self = .bitbucket
    } else if let hint = Self.hints.first(where: { host.hasLabel(startingWith: $0.word) }) {
      self = hint.forge
    } else {
      return nil
    }
  }

  private static let hints: [(word: String, forge: Forge)] = [
    ("github", .gitHub), ("gitlab", .gitLab), ("gitea", .gitea), ("forgejo", .gitea), ("codeberg", .gitea),
    ("bitbucket", .bitbucketServer),
  ]
}

extension String {
  /// Whether one of the parts between dots begins with a word.
  fileprivate func hasLabel(startingWith word: String) -> Bool {
    utf8.split(separator: UInt8(ascii: ".")).contains { $0.starts(with: word.utf8) }
  }
}
