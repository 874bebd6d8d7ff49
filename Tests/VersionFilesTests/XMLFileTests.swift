import Testing
import VersionFiles

@Suite("Versions in XML files")
struct XMLFileTests {
  static let documents: [Edit] = [
    Edit(
      "pom.xml",
      "<?xml version=\"1.0\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n  <parent><version>1.0.0</version></parent>\n  <version>‹1.2.3-SNAPSHOT›</version>\n  <dependencies><dependency><version>1.2.3</version></dependency></dependencies>\n</project>\n"
    ),
    Edit("pom.xml", "<project><!-- <version>9</version> --><version>\r\n  ‹1.0.0›\r\n  </version></project>"),
    Edit(
      "pom.xml",
      "<project><version>${revision}</version><properties><a/><revision>‹1.0.0›</revision></properties></project>"
    ),
    Edit(
      "pom.xml",
      "<project><properties><a>${b}</a><b>‹1.0.0›</b></properties><version>${a}</version></project>"),
    Edit(
      "pom.xml", "<m:project xmlns:m='x>y'><m:version a=\"/>\"><![CDATA[‹1.0.0›]]></m:version></m:project>"),
    Edit(
      "pom.xml",
      "<!DOCTYPE project [ <!ENTITY v \"]>\"> <!-- ' --> ]>\n<project ><version >‹›</version ></project >"),
    Edit("pom.xml", "\u{FEFF}<project><version><!-- ours -->‹1.0›<!-- SNAPSHOT --></version></project>"),
    Edit(
      "App/Info.plist",
      "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict>\n<key>CFBundleVersion</key><string>1.0.0</string>\n<key>CFBundleShortVersionString</key>\n<string>‹1.0›</string>\n<key>Nested</key><dict><key>CFBundleShortVersionString</key><string>7</string></dict></dict></plist>\n",
      written: "2.0.0"),
    Edit(
      "My-Info.plist",
      "<plist><dict><key>CFBundleShortVersionString</key><!-- c --><string>‹›</string></dict></plist>",
      version: "2.0.0+7", written: "2.0.0"),
  ]

  @Test(arguments: documents)
  func `the document's own version is replaced`(edit: Edit) throws { try edit.check() }

  @Test(arguments: [
    ("pom.xml", "<project></project>", VersionFileError.notFound),
    ("pom.xml", "<a><version>1</version></a>", .malformed(line: 1, column: 1)),
    (
      "pom.xml", "<project>\n<version>${revision}${changelist}</version></project>",
      .computed(line: 2, text: "${revision}${changelist}")
    ),
    ("pom.xml", "<project><version>${x}</version></project>", .computed(line: 1, text: "${x}")),
    (
      "pom.xml", "<project><version>${x}</version><properties><x>${x}</x></properties></project>",
      .computed(line: 1, text: "${x}")
    ),
    ("pom.xml", "<project><version>&v;</version></project>", .computed(line: 1, text: "&v;")),
    (
      "pom.xml", "<project><parent>\n<version>1.0.0</version>\n</parent></project>",
      .computed(line: 2, text: "<version>1.0.0</version>")
    ),
    ("pom.xml", "<project><version>1</version>\n<version>1</version></project>", .ambiguous(lines: [1, 2])),
    (
      "pom.xml", "<project><version>${a}</version><properties><a>1</a>\n<a>2</a></properties></project>",
      .ambiguous(lines: [1, 2])
    ),
    ("pom.xml", "<project><version/></project>", .malformed(line: 1, column: 10)),
    ("pom.xml", "<project><version>1<!-- -->.2</version></project>", .malformed(line: 1, column: 10)),
    ("pom.xml", "<project><version><b/>1</version></project>", .malformed(line: 1, column: 10)),
    ("pom.xml", "<project><version>1</project>", .malformed(line: 1, column: 20)),
    ("pom.xml", "<project>", .malformed(line: 1, column: 10)),
    ("pom.xml", "", .malformed(line: 1, column: 1)),
    ("pom.xml", "<project/><project/>", .malformed(line: 1, column: 11)),
    ("pom.xml", "<project a=\"></project>", .malformed(line: 1, column: 12)),
    ("pom.xml", "<project><!-- </project>", .malformed(line: 1, column: 10)),
    ("Info.plist", "bplist00\u{1}", .malformed(line: 1, column: 1)),
    ("Info.plist", "<plist><dict></dict></plist>", .notFound),
    (
      "Info.plist",
      "<plist><dict><key>CFBundleShortVersionString</key><string>$(MARKETING_VERSION)</string></dict></plist>",
      .computed(line: 1, text: "$(MARKETING_VERSION)")
    ),
    (
      "Info.plist", "<plist><dict><key>CFBundleShortVersionString</key></dict></plist>",
      .malformed(line: 1, column: 14)
    ),
    (
      "Info.plist", "<plist><dict><key>CFBundleShortVersionString</key><integer>1</integer></dict></plist>",
      .malformed(line: 1, column: 14)
    ),
  ])
  func `what is no clear place is refused`(name: String, text: String, error: VersionFileError) throws {
    #expect(try Edit.error(name, text) == error)
  }
}
