import Effects
import ReleaseManifests
internal import Rollouts
import Testing
import WorldSupport

@testable import Targets

/// How a folder `x` with `x/bin/app` and `x/lib/data` becomes a release.
private let packings = [
  "tar czf x.tar.gz x", "tar czf x.tgz x", "tar cJf x.tar.xz x", "tar cJf X.TXZ x", "tar cf x.tar x",
  "zip -qr x.zip x",
]

private let tree =
  "mkdir -p x/bin x/lib; echo run >x/bin/app; chmod 755 x/bin/app; echo data >x/lib/data; ln -s ../lib/data x/bin/data"

@Suite("Unpacking of releases")
struct UnpackingTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  private func apply(_ script: String, _ settings: String = "") throws {
    let release = try shop.release("1.0.0", script)
    try shop.target(settings).apply(release, from: shop.dist)
  }

  @Test(arguments: packings)
  func `an archive is unpacked`(packing: String) throws {
    try apply("\(tree); \(packing.replacing("zip -qr", with: "zip -qry")); rm -r x")
    #expect(try shop.scratch.text("srv/current/x/lib/data") == "data\n")
    #expect(try shop.scratch.text("srv/current/x/bin/data") == "data\n")
    #expect(try shop.mode("x/bin/app") == "755")
    #expect(try shop.scratch.names("srv/current") == [".release-files", ".release-manifest.json", "x"])
  }

  @Test func `plain files lie below their common folder`() throws {
    try apply("mkdir -p out/bin; echo a >out/bin/app; chmod 700 out/bin/app; echo b >out/b")
    #expect(try shop.scratch.text("srv/current/bin/app") == "a\n")
    #expect(try shop.scratch.text("srv/current/b") == "b\n")
    #expect(try shop.mode("bin/app") == "755")
    #expect(try shop.mode("b") == "644")
  }

  @Test func `plain files lie below the folder that is named`() throws {
    try apply("mkdir -p out/bin doc; echo a >out/bin/app; echo b >doc/b", "root: 'out/bin'")
    #expect(try shop.scratch.text("srv/current/app") == "a\n")
    #expect(try shop.scratch.text("srv/current/doc/b") == "b\n")
  }

  @Test func `without a common folder plain files lie as they are`() throws {
    try apply("mkdir a b; echo a >a/x; echo b >b/x")
    #expect(try shop.scratch.shell("cat srv/current/a/x srv/current/b/x") == "a\nb\n")
  }

  @Test func `several archives and files make one release`() throws {
    try apply(
      "mkdir x y; echo 1 >x/1; echo 2 >y/2; tar cf x.tar x; zip -qr y.zip y; rm -r x y; echo 3 >three")
    #expect(try shop.scratch.shell("cat srv/current/x/1 srv/current/y/2 srv/current/three") == "1\n2\n3\n")
  }

  @Test(arguments: ["tar cf x.tar x", "zip -qr x.zip x"])
  func `special permissions are not taken over`(packing: String) throws {
    try apply("mkdir x; echo s >x/su; chmod 6755 x/su; mkdir x/d; chmod 3777 x/d; \(packing); rm -r x")
    #expect(try shop.mode("x/su") == "755")
    #expect(try shop.scratch.shell("find srv -perm /6000") == "")
  }

  @Test(arguments: ["/etc/passwd", "../../x", "../..", "a/../../../x", "..//../y", "/"])
  func `a link that leads out of the release is refused`(target: String) throws {
    let link = "mkdir x; ln -s '\(target)' x/link"
    for packing in ["tar cf x.tar x", "zip -qry x.zip x"] {
      #expect(throws: TargetError.linkEscapes("/x/link", target: target)) {
        try apply("\(link); \(packing); rm -r x")
      }
      #expect(try shop.releases == [])
    }
  }

  @Test func `a link that leads out through another link is refused`() throws {
    let links = "mkdir -p x/y; ln -s ../.. x/y/top; ln -s top/../../.. x/y/out"
    #expect(throws: TargetError.linkEscapes("/x/y/out", target: "top/../../..")) {
      try apply("\(links); tar cf x.tar x; rm -r x")
    }
  }

  @Test(arguments: ["data", "./data", "../x/data", "y/z", "."])
  func `a link that stays in the release is kept`(target: String) throws {
    try apply(
      "mkdir -p x/y; echo 1 >x/data; echo 2 >x/y/z; ln -s '\(target)' x/link; tar cf x.tar x; rm -r x")
    #expect(try shop.scratch.files.readSymlink(shop.scratch.at("srv/current/x/link")) == target)
  }

  @Test func `a file is never written through a link of an archive`() throws {
    let script =
      "mkdir x; ln -s ../../../../loot x/d; tar cf x.tar x; rm -r x; mkdir -p y/x/d; echo evil >y/x/d/f"
    #expect(throws: TargetError.self) { try apply(script, "root: 'y'") }
    #expect(try shop.scratch.names("").contains("loot") == false)
  }

  @Test(arguments: ["../evil", "/tmp/release-evil-member", "x/../../evil"])
  func `a member whose name leads out lands nowhere outside`(name: String) throws {
    let python = """
      import tarfile, io
      archive = tarfile.open('x.tar', 'w')
      member = tarfile.TarInfo('\(name)'); member.size = 4
      archive.addfile(member, io.BytesIO(b'evil')); archive.close()
      """
    _ = try? apply("python3 - <<'E'\n\(python)\nE")
    #expect(try shop.scratch.files.status("/tmp/release-evil-member") == nil)
    #expect(try shop.scratch.shell("find . -name evil | grep -v '^./srv/releases/1' || true") == "")
  }

  @Test func `a zip member whose name leads out lands nowhere outside`() throws {
    let python =
      "import zipfile; z = zipfile.ZipFile('x.zip', 'w'); z.writestr('../../../evil', 'evil'); z.close()"
    _ = try? apply("python3 -c \"\(python)\"")
    #expect(try shop.scratch.shell("find . -name evil | grep -v '^./srv/releases/1' || true") == "")
  }

  @Test func `a device or pipe is refused`() throws {
    #expect(throws: TargetError.file(.notRegular(path: "/x/pipe", kind: .other))) {
      try apply("mkdir x; mkfifo x/pipe; tar cf x.tar x; rm -r x")
    }
  }

  @Test(arguments: ["x.tar.gz", "x.tar.xz", "x.zip"])
  func `an archive that is none leaves nothing behind`(name: String) throws {
    do {
      try apply("echo this is no archive >\(name)")
      Issue.record("it was applied")
    } catch TargetError.unpack(let path, let program, let message) {
      #expect(path.text == name)
      #expect(["tar", "unzip"].contains(program))
      #expect(!message.isEmpty)
    }
    #expect(try shop.releases == [])
  }

  @Test func `an archive cannot bring a manifest of its own`() throws {
    try apply(
      "mkdir x; echo '{}' >.release-manifest.json; tar cf x.tar .release-manifest.json x; rm -r x .release-manifest.json"
    )
    #expect(try shop.target().running()?.version == "1.0.0")
  }
}

@Suite("Link targets")
struct LinkTargetTests {
  @Test(arguments: [
    "", "a", "a/b", ".", "./a", "a/./b", "..", "../a", "../..", "../../a", ".//..//a", "...", "..a",
  ])
  func `going up as far as the root and then down stays`(target: String) {
    #expect(!LinkTarget.escapes(target, from: "/x/y"))
  }

  @Test(arguments: ["/", "/a", "//a", "../../..", "../../../a", "a/..", "a/../b", "../a/../..", "./../../.."])
  func `anything else could lead out`(target: String) {
    #expect(LinkTarget.escapes(target, from: "/x/y"))
  }
}
