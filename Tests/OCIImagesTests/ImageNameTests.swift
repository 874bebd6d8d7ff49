import OCIImages
import ReleaseSigning
import Testing

@Suite("Image names") struct ImageNameTests {
  @Test(arguments: [
    ("nginx", "docker.io", "library/nginx"), ("docker.io/nginx", "docker.io", "library/nginx"),
    ("index.docker.io/nginx", "docker.io", "library/nginx"), ("acme/api", "docker.io", "acme/api"),
    ("docker.io/library/nginx", "docker.io", "library/nginx"),
    ("registry-1.docker.io/acme/api", "registry-1.docker.io", "acme/api"),
    ("registry.example/api", "registry.example", "api"),
    ("registry.example:5000/acme/team/api", "registry.example:5000", "acme/team/api"),
    ("localhost/api", "localhost", "api"), ("localhost:5000/api", "localhost:5000", "api"),
    ("[::1]:5000/api", "[::1]:5000", "api"), ("[2001:db8::1]/api", "[2001:db8::1]", "api"),
    ("127.0.0.1/api", "127.0.0.1", "api"), ("Registry/api", "Registry", "api"),
    ("localhosts/api", "docker.io", "localhosts/api"), ("xn--7o8h.example/api", "xn--7o8h.example", "api"),
    ("a__b/c-d--e.f_g", "docker.io", "a__b/c-d--e.f_g"), ("localhost", "docker.io", "library/localhost"),
  ]) func `short names mean what docker takes them for`(text: String, registry: String, repository: String)
    throws
  {
    let name = try ImageName(parsing: text)
    #expect(name.registry == registry)
    #expect(name.repository == repository)
    #expect(name.tag == nil)
    #expect(name.digest == nil)
    #expect(name.familiar == "\(registry)/\(repository)")
    #expect(try ImageName(parsing: name.text) == name)
  }

  @Test func `tag and digest are kept beside each other`() throws {
    let name = try ImageName(parsing: "registry.example:5000/acme/api:1.5.0@\(pin("image"))")
    #expect(name.tag == "1.5.0")
    #expect(name.digest == digest("image"))
    #expect(name.text == "registry.example:5000/acme/api:1.5.0@\(pin("image"))")
    #expect(name.description == name.text)
  }

  @Test(arguments: [
    ("host:5000", "5000"), ("localhost:5000", "5000"), ("a/b:_x", "_x"), ("a:V1.0-rc", "V1.0-rc"),
  ]) func `what follows the last part is a tag, never a port`(text: String, tag: String) throws {
    #expect(try ImageName(parsing: text).tag == tag)
  }

  @Test(arguments: [
    ("", ImageNameProblem.empty), (":1.5", .empty), ("@\(pin("x"))", .empty), (" nginx", .controlByte(0x20)),
    ("nginx\n", .controlByte(0x0A)), ("ngi\0nx", .controlByte(0)), ("nginx\u{7F}", .controlByte(0x7F)),
    ("ngin\u{445}", .notASCII(0xD1)), ("nginx\u{301}", .notASCII(0xCC)),
    ("https://registry.example/api", .scheme("https")), ("docker://acme/api", .scheme("docker")),
    ("oci-layout:///x", .scheme("oci-layout")), (String(repeating: "a1", count: 32), .identifier),
    ("-a.example/api", .host("-a.example")), ("a..example/api", .host("a..example")),
    ("user@registry.example/api", .digest("registry.example/api")), ("[::1/api", .host("[:")),
    ("[::g]/api", .host("[::g]")), ("[]/api", .part("[]")), ("[].x/api", .host("[].x")),
    ("[fe80::1%25eth0]/api", .host("[fe80::1%25eth0]")),
    ("exa_mple.com/api", .host("exa_mple.com")), ("registry.example:/api", .port("")),
    ("registry.example:0/api", .port("0")), ("registry.example:65536/api", .port("65536")),
    ("registry.example:123456/api", .port("123456")), ("registry.example:5x/api", .port("5x")),
    ("acme//api", .emptyPart), ("acme/api/", .emptyPart), ("registry.example/", .emptyPart),
    ("registry.example//api", .emptyPart), ("/api", .emptyPart), ("acme/../api", .dots("..")),
    ("registry.example/../api", .dots("..")), ("acme/./api", .dots(".")), ("../api", .host("..")),
    ("acme/Api", .upperCase("Api")), ("NGINX", .upperCase("NGINX")), ("a___b", .part("a___b")),
    ("a._b", .part("a._b")), ("a..b", .part("a..b")), ("_a", .part("_a")), ("a-", .part("a-")),
    ("acme/--rm", .part("--rm")), ("--privileged", .part("--privileged")), ("a%2f", .part("a%2f")),
    ("a?b", .part("a?b")), ("a#b", .part("a#b")), ("a\\b", .part("a\\b")), ("acme/a:b/c", .part("a:b")),
    ("nginx:", .tag("")), ("nginx:-x", .tag("-x")), ("nginx:.x", .tag(".x")), ("nginx:a:b", .tag("a:b")),
    ("nginx:1.5+x", .tag("1.5+x")), ("nginx@", .digest("")), ("nginx@sha256:", .digest("sha256:")),
    ("nginx@sha512:\(String(repeating: "a", count: 128))", .algorithm("sha512")),
    ("nginx@md5:abc", .algorithm("md5")), ("nginx@SHA256:abc", .digest("SHA256:abc")),
    (
      "nginx@sha256:\(String(repeating: "A", count: 64))",
      .digest("sha256:\(String(repeating: "A", count: 64))")
    ),
    ("nginx@\(pin("a"))@\(pin("b"))", .digest("\(pin("a"))@\(pin("b"))")),
    ("nginx@\(pin("a")):1.5", .digest("\(pin("a")):1.5")),
  ]) func `each fault is a fact of its own`(text: String, problem: ImageNameProblem) {
    #expect(throws: problem) { try ImageName(parsing: text) }
  }

  @Test func `registry and repository have 255 bytes together`() throws {
    let longest = "r.example/" + String(repeating: "a", count: 245)
    let tag = String(repeating: "t", count: 128)
    #expect(try ImageName(parsing: "\(longest):\(tag)@\(pin("x"))").repository.utf8.count == 245)
    #expect(throws: ImageNameProblem.tooLong(bytes: 256)) { try ImageName(parsing: longest + "a") }
    #expect(throws: ImageNameProblem.tooLong(bytes: 256)) {
      try ImageName(parsing: String(repeating: "a", count: 238))
    }
    #expect(throws: ImageNameProblem.tag(tag + "t")) { try ImageName(parsing: "nginx:\(tag)t") }
    #expect(throws: ImageNameProblem.tooLong(bytes: 10_000_000)) {
      try ImageName(parsing: String(repeating: "/", count: 10_000_000))
    }
  }

  @Test(arguments: [
    ("nginx", "registry-1.docker.io"), ("docker.io/acme/api", "registry-1.docker.io"),
    ("index.docker.io/acme/api", "registry-1.docker.io"), ("Docker.io/acme/api", "registry-1.docker.io"),
    ("docker.io.evil.example/api", "docker.io.evil.example"), ("r.example:5000/api", "r.example:5000"),
  ]) func `the host is where the API is`(text: String, host: String) throws {
    #expect(try ImageName(parsing: text).host == host)
  }

  @Test(arguments: [
    "localhost/a", "localhost:5000/a", "LOCALHOST/a", "x.localhost/a", "x.localhost:80/a", "127.0.0.1/a",
    "127.0.0.1:5000/a", "127.255.255.254/a", "[::1]/a", "[::1]:5000/a", "[0:0:0:0:0:0:0:1]/a",
  ]) func `this machine is known by its names`(text: String) throws {
    #expect(try ImageName(parsing: text).isLoopback)
  }

  @Test(arguments: [
    "127.0.0.1.evil.example/a", "localhost.evil.example/a", "localhost.evil.example:5000/a",
    "notlocalhost:1/a",
    "127.0.0.256/a", "127.0.0.01/a", "127.1:80/a", "128.0.0.1/a", "127.0.0.1.2/a", "127.0.0.1000/a",
    "[::2]/a", "[::11]/a", "nginx", "localhost", "127.0.0.x/a", "0.0.0.0:80/a",
  ]) func `no other host is taken for this machine`(text: String) throws {
    #expect(try !ImageName(parsing: text).isLoopback)
  }

  @Test func `tag and digest are replaced together, and a tag always is one`() throws {
    let name = try ImageName(parsing: "r.example/api:1@\(pin("x"))")
    #expect(name.with(tag: nil, digest: nil).text == "r.example/api")
    #expect(name.with(tag: "2", digest: nil).text == "r.example/api:2")
    #expect(name.with(tag: nil, digest: digest("y")).text == "r.example/api@\(pin("y"))")
    #expect(name.with(tag: "../../x?y", digest: nil).tag == "_._.._x_y")
    #expect(name.with(tag: "1.0+é", digest: nil).tag == "1.0___")
    #expect(name.with(tag: "", digest: nil).tag == nil)
    #expect(name.with(tag: String(repeating: "a", count: 200), digest: nil).tag?.utf8.count == 128)
  }

  @Test func `what is accepted reads back as the same name`() throws {
    var dice = Dice(state: 6)
    let alphabet = Array("ab1.:/@-_[]A".utf8)
    var accepted = 0
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
        alphabet.randomElement(using: &dice) ?? 0
      }
      guard let name = try? ImageName(parsing: String(decoding: bytes, as: UTF8.self)) else { continue }
      accepted += 1
      #expect(try ImageName(parsing: name.text) == name)
      #expect(!name.repository.contains("//") && !name.repository.contains(".."))
    }
    #expect(accepted > 1000)
  }
}
