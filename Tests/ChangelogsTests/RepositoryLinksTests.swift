import Changelogs
import Testing

@Suite("Links to repositories")
struct RepositoryLinksTests {
  @Test(arguments: [
    ("https://github.com/acme/rocket", "https://github.com/acme/rocket"),
    ("https://github.com/acme/rocket.git", "https://github.com/acme/rocket"),
    ("https://github.com/acme/rocket.git/", "https://github.com/acme/rocket"),
    ("https://user:s3cret@github.com/acme/rocket.git", "https://github.com/acme/rocket"),
    ("https://x-access-token:a@b@github.com/acme/rocket", "https://github.com/acme/rocket"),
    ("http://gitea.local:3000/acme/rocket.git", "http://gitea.local:3000/acme/rocket"),
    ("git@github.com:acme/rocket.git", "https://github.com/acme/rocket"),
    ("github.com:acme/rocket", "https://github.com/acme/rocket"),
    ("git@github.com:/acme/rocket.git", "https://github.com/acme/rocket"),
    ("ssh://git@github.com/acme/rocket.git", "https://github.com/acme/rocket"),
    ("ssh://git@ssh.github.com:443/acme/rocket.git", "https://github.com/acme/rocket"),
    ("git://github.com/acme/rocket.git", "https://github.com/acme/rocket"),
    ("HTTPS://GitHub.COM/Acme/Rocket", "https://github.com/Acme/Rocket"),
    ("git@gitlab.com:group/sub/rocket.git", "https://gitlab.com/group/sub/rocket"),
    ("ssh://git@gitlab.example.org:2222/acme/rocket", "https://gitlab.example.org/acme/rocket"),
    ("https://codeberg.org/acme/.git.git", "https://codeberg.org/acme/.git"),
    ("git@bitbucket.org:acme/rocket.git", "https://bitbucket.org/acme/rocket"),
    ("https://bitbucket.acme.org/scm/ro/rocket.git", "https://bitbucket.acme.org/projects/ro/repos/rocket"),
    (
      "ssh://git@bitbucket.acme.org:7999/~ada/rocket.git", "https://bitbucket.acme.org/users/ada/repos/rocket"
    ),
    ("git@github.com:acme/ro(ck)et.git", "https://github.com/acme/ro%28ck%29et"),
  ])
  func `a remote leads to its page`(_ remote: String, _ page: String) {
    #expect(RepositoryLinks(remoteURL: remote)?.repositoryURL == page)
  }

  @Test(arguments: [
    "", "/srv/git/rocket.git", "../rocket", "file:///srv/git/rocket.git", "C:\\git\\rocket", "C:/git/rocket",
    "git@git.example.org:acme/rocket.git", "https://github.com", "https://github.com/acme",
    "https://github.com/../rocket", "https:///acme/rocket", "ftp://github.com/acme/rocket",
    "github.com/acme/rocket",
    "https://github.com/acme/ro cket", "https://github.com:port/acme/rocket", "https://gït.hub/acme/rocket",
    "https://[::1]/acme/rocket", "-o:x/y", "git@:acme/rocket", "https://notgithub.com/acme/rocket",
  ])
  func `what has no known page has no links`(_ remote: String) {
    #expect(RepositoryLinks(remoteURL: remote) == nil)
  }

  @Test func `the service can be named where the host does not say it`() {
    let links = RepositoryLinks(remoteURL: "git@git.example.org:acme/rocket.git", forge: .gitLab)
    #expect(links?.commitURL("c0ffee") == "https://git.example.org/acme/rocket/-/commit/c0ffee")
  }

  private static let pages: [(Forge, commit: String, issue: String?, compare: String, tag: String)] = [
    (.gitHub, "commit/c0ffee", "issues/12", "compare/v1...v2", "releases/tag/v2"),
    (.gitLab, "-/commit/c0ffee", "-/issues/12", "-/compare/v1...v2", "-/tags/v2"),
    (.gitea, "commit/c0ffee", "issues/12", "compare/v1...v2", "releases/tag/v2"),
    (.bitbucket, "commits/c0ffee", "issues/12", "branches/compare/v2%0Dv1", "src/v2"),
    (
      .bitbucketServer, "commits/c0ffee", nil, "compare/commits?sourceBranch=v2&targetBranch=v1",
      "browse?at=refs%2Ftags%2Fv2"
    ),
  ]

  @Test(arguments: pages)
  func `each service has its own addresses`(
    _ forge: Forge, _ commit: String, _ issue: String?, _ compare: String, _ tag: String
  ) throws {
    let links = try #require(RepositoryLinks(remoteURL: "https://git.example.org/a/b", forge: forge))
    let base = links.repositoryURL + "/"
    #expect(links.commitURL("c0ffee") == base + commit)
    #expect(links.issueURL(IssueReference(number: "12")) == issue.map { base + $0 })
    #expect(links.compareURL(from: "v1", to: "v2") == base + compare)
    #expect(links.tagURL("v2") == base + tag)
  }

  @Test func `an issue of another repository is on the same host`() {
    let links = RepositoryLinks(remoteURL: "https://github.com/acme/rocket")
    let url = links?.issueURL(IssueReference(repository: "other/thing", number: "3"))
    #expect(url == "https://github.com/other/thing/issues/3")
  }

  @Test func `tags are encoded so that Markdown cannot read them`() {
    let links = RepositoryLinks(remoteURL: "https://github.com/acme/rocket")
    #expect(
      links?.tagURL("@a/b@1.0)<x> [y]").hasSuffix("/releases/tag/%40a/b%401.0%29%3Cx%3E%20%5By%5D") == true)
  }
}
