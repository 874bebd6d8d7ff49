import Testing
import WorldSupport

@testable import Effects

@Suite("People and files that git knows")
struct GitContactTests {
  let git: GitSandbox

  init() throws { git = try GitSandbox() }

  @Test func `people are called as the mailmap has them`() throws {
    try git.work("printf 'Ada Lovelace <ada@example.org> <ada@old.example>\\n' >.mailmap")
    let contacts = [("Ada", "ada@old.example"), ("Bob", "bob@example.org"), ("", "ada@old.example")]
    let found = try git.repository().canonicalContacts(contacts)
    #expect(found.map(\.name) == ["Ada Lovelace", "Bob", "Ada Lovelace"])
    #expect(found.map(\.email) == ["ada@example.org", "bob@example.org", "ada@example.org"])
  }

  @Test func `brackets and line breaks in a name end neither it nor the question`() throws {
    let found = try git.repository().canonicalContacts([("A <b>\nc", "d@e>f"), ("Bob", "bob@example.org")])
    #expect(found.count == 2)
    #expect(found[1].name == "Bob")
  }

  @Test func `files come in the order in which they are asked for, and what is none is nil`() throws {
    try git.work("mkdir d; printf 'x\\n\\n' >d/x; printf '' >empty; ln -s d/x link; git add .")
    let commit = try git.commit("feat: files")
    let names = ["\(commit):d/x", "\(commit):nowhere", "\(commit):d", "\(commit):empty", "\(commit):d/x"]
    let contents = try git.repository().contents(of: names)
    #expect(contents == [Array("x\n\n".utf8), nil, nil, [], Array("x\n\n".utf8)])
    #expect(
      try git.repository().modes(of: ["d/x", "link", "nowhere"], at: commit)
        == ["d/x": "100644", "link": "120000"])
    #expect(try git.repository().files(at: commit) == ["d/x", "empty", "link"])
  }
}
