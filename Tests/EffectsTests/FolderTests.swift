import Effects
import Foundation
import StrictJSON
import Synchronization
import Testing

@Suite("Folders, links and what is in them")
struct FolderTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  @Test func `every sort of entry is told, and links are not followed`() throws {
    _ = try (scratch.file("file", "1234"), scratch.folder("folder"), scratch.link("link", to: "file"))
    _ = try scratch.fifo("fifo")
    let kinds = try scratch.names.map { try files.status(scratch.at($0))?.kind }
    #expect(kinds == [.other, .file, .directory, .symlink])
    #expect(try files.status(scratch.at("file"))?.size == 4)
  }

  @Test func `the time of the last change is the present one`() throws {
    let status = try #require(try files.status(scratch.file("a")))
    #expect(abs(Double(status.modified.secondsSinceEpoch) - Date().timeIntervalSince1970) < 5)
  }

  @Test func `nothing there is no failure`() throws {
    #expect(try files.status(scratch.at("none")) == nil)
    #expect(try files.readSymlink(scratch.at("none")) == nil)
    try files.remove(scratch.at("none"))
  }

  @Test func `names come in the order of their bytes`() throws {
    for name in ["é", "b", "a", "Z", ".hidden", "10", "9"] { _ = try scratch.file(name) }
    #expect(try scratch.names == [".hidden", "10", "9", "Z", "a", "b", "é"])
  }

  @Test func `a name that is no text is refused, and removed all the same`() throws {
    try scratch.shell(#"mkdir d; touch "d/$(printf 'a\377b')""#)
    #expect(throws: FileError.invalidName(path: scratch.at("d"))) { try files.list(scratch.at("d")) }
    try files.remove(scratch.at("d"))
    #expect(try scratch.names.isEmpty)
  }

  @Test func `a listing needs a folder`() throws {
    let path = try scratch.file("a")
    #expect(throws: FileError.notDirectory(path: path)) { try files.list(path) }
    #expect(throws: FileError.notFound(path: scratch.at("b"))) { try files.list(scratch.at("b")) }
  }

  @Test(arguments: ["a", "a/b/c", "a//b/./c/", "a/../b"])
  func `a folder is made with those above it, and making it again changes nothing`(name: String) throws {
    for _ in 1...2 { try files.makeDirectory(scratch.at(name)) }
    #expect(try files.status(scratch.at(name))?.kind == .directory)
  }

  @Test func `a file in the way of a folder is reported`() throws {
    let path = try scratch.file("a")
    #expect(throws: FileError.notDirectory(path: path)) { try files.makeDirectory(path) }
    #expect(throws: FileError.notDirectory(path: path + "/b")) { try files.makeDirectory(path + "/b") }
  }

  @Test func `a folder is made through a link to a folder`() throws {
    _ = try (scratch.folder("real"), scratch.link("link", to: "real"))
    try files.makeDirectory(scratch.at("link/inside"))
    #expect(try files.list(scratch.at("real")) == ["inside"])
    try files.makeDirectory(scratch.at("link"))
  }

  @Test func `a tree is removed, and links in it lead nowhere`() throws {
    _ = try (scratch.folder("tree/a/b"), scratch.folder("kept"), scratch.file("kept/precious"))
    _ = try (scratch.link("tree/a/out", to: scratch.at("kept")), scratch.file("tree/a/b/f"))
    try files.remove(scratch.at("tree"))
    #expect(try scratch.names == ["kept"])
    #expect(try files.list(scratch.at("kept")) == ["precious"])
  }

  @Test func `removing a link keeps what it points to`() throws {
    _ = try (scratch.folder("kept"), scratch.file("kept/precious"))
    try files.remove(scratch.link("link", to: "kept"))
    #expect(try files.list(scratch.at("kept")) == ["precious"])
  }

  @Test func `a tree beyond all depth is refused, not followed until the stack ends`() throws {
    let depth = LiveFiles.removalDepth
    try files.makeDirectory(scratch.at(Array(repeating: "d", count: depth + 2).joined(separator: "/")))
    #expect(throws: FileError.tooDeep(path: scratch.at("d"), limit: depth)) {
      try files.remove(scratch.at("d"))
    }
    try scratch.shell("rm -r d")
  }

  @Test func `a file is moved over another`() throws {
    let (source, destination) = (try scratch.file("a", "new"), try scratch.file("b", "old"))
    try files.rename(source, to: destination)
    #expect(try scratch.names == ["b"])
    #expect(try scratch.text("b") == "new")
  }

  @Test func `what is not there cannot be moved, and a folder in use is not moved over`() throws {
    let (empty, full) = (try scratch.folder("empty"), try scratch.folder("full"))
    _ = try scratch.file("full/f")
    #expect(throws: FileError.notFound(path: scratch.at("none"))) {
      try files.rename(scratch.at("none"), to: scratch.at("x"))
    }
    #expect(throws: FileError.exists(path: empty)) { try files.rename(empty, to: full) }
  }

  @Test func `a link moves to another target and is never missing`() throws {
    let link = try scratch.link("current", to: "1")
    let (isDone, missing, files) = (Shared(false), Shared(0), files)
    let watcher = Thread {
      while !isDone.value.withLock({ $0 }) {
        // A failure to look counts as missing.
        if (try? files.readSymlink(link)) == .some(.none) { missing.value.withLock { $0 += 1 } }
      }
      missing.value.withLock { $0 += 1_000_000 }
    }
    watcher.start()
    for number in 2...200 { try files.replaceSymlink(at: link, pointingTo: "\(number)") }
    isDone.value.withLock { $0 = true }
    while missing.value.withLock({ $0 }) < 1_000_000 { Thread.sleep(forTimeInterval: 0.001) }
    #expect(missing.value.withLock { $0 } == 1_000_000)
    #expect(try files.readSymlink(link) == "200")
    #expect(try scratch.names == ["current"])
  }

  @Test func `a link replaces a file but no folder`() throws {
    let folder = try scratch.folder("folder")
    _ = try scratch.link(String(try scratch.file("file").dropFirst(scratch.path.count + 1)), to: "folder")
    #expect(throws: FileError.notRegular(path: folder, kind: .directory)) {
      try files.replaceSymlink(at: folder, pointingTo: "file")
    }
    #expect(try scratch.names == ["file", "folder"])
  }

  @Test func `only links have a target`() throws {
    let path = try scratch.file("a")
    #expect(throws: FileError.notSymlink(path: path, kind: .file)) { try files.readSymlink(path) }
    #expect(try files.readSymlink(scratch.link("l", to: "../far/é")) == "../far/é")
  }

  @Test func `temporary folders are private and differ`() throws {
    let files = LiveFiles(temporaryRoot: scratch.path)
    let paths = try (1...20).map { _ in try files.temporaryDirectory(prefix: "x-") }
    #expect(Set(paths).count == 20)
    #expect(try paths.allSatisfy { try files.status($0)?.mode == 0o700 })
  }
}
