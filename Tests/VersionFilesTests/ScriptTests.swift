import Testing
import VersionFiles

@Suite("Versions in scripts")
struct ScriptTests {
  static let gradle: [String] = [
    "plugins {\n  id 'java' version '1.0'\n  id(\"b\") version \"2.0\"\n}\ngroup = 'g'\nversion = '‹1.2.3›'\n",
    "version \"‹1.2.3-SNAPSHOT›\" // version '9'\r\n", "version '‹1.0›'; group 'g'", "version('‹1.0›')\n",
    "project.version = \"‹1.0›\"\ndependencies { implementation(\"a:b:1.0\") }\n",
    "this.version =\n  \"‹1.0›\"",
    "/* version = '9' */ version = \"‹›\" /* ' */\n",
    "def version = '9'\nversion = '‹1›'\nval version = \"9\"\n",
    "d = \"\"\"\nversion = '9'\n\"quoted\" \"\"\"\"\nversion = '‹1›'\n",
    "d = '''\nversion = '9'\n'''\nversion '‹1›'\n",
    "d = \"a ${x { \"version\" }} b\"\nversion = \"‹1›\"\n", "m = s =~ /it's \"version\"/\nversion = '‹1›'\n",
    "a = 4 / 2 / 1\nb = \"C:\\\\\"\nversion = '‹1›'\n", "d = $/ it's /$\nversion = '‹1›'\n",
    "allprojects {\n  group = 'g'\n  version = '‹1.0›'\n}\nsubprojects { version = '9' }\n",
    "#!/usr/bin/env it's\nif (version == '1') { version = '9' }\nversion = '‹1›'\nversion.foo = 1\n",
    "android {\n  defaultConfig {\n    versionCode 7\n    versionName \"‹1.0›\"\n    versionNameSuffix '-x'\n  }\n}\n",
    "android { defaultConfig { versionName = \"‹1.0›\" } }", "t = \"\"\"C:\\\"\"\"\nversion = \"‹1›\"\n",
    "if (x) { y() }\nversion = '‹1›'\n\n// end", "ext { version = '9' }\nversion = '‹1.0.0›' \n",
  ]

  @Test(arguments: gradle)
  func `a Gradle project's version is replaced`(text: String) throws {
    try Edit("build.gradle", text).check()
    try Edit("a/build.gradle.kts", text).check()
  }

  @Test(arguments: [
    ("", VersionFileError.notFound), ("ext { version = '1' }", .notFound),
    ("version = project.findProperty('v')\n", .computed(line: 1, text: "project.findProperty('v')")),
    ("\nversion = \"1.${patch}\"", .computed(line: 2, text: "\"1.${patch}\"")),
    ("version = '1' + suffix\n", .computed(line: 1, text: "'1' + suffix")),
    ("version = '1'\n  .trim()\n", .computed(line: 1, text: "'1'")),
    ("version = 'a' as String\n", .computed(line: 1, text: "'a' as String")),
    ("version project.v\n", .computed(line: 1, text: "project.v")),
    ("version = '@v@'", .computed(line: 1, text: "@v@")),
    ("version = '1'\nversion = '2'\n", .ambiguous(lines: [1, 2])),
    ("a { versionName '1' }\nb { versionName '2' }\n", .ambiguous(lines: [1, 2])),
    ("version = 'a\n", .malformed(line: 1, column: 11)), ("/* x", .malformed(line: 1, column: 1)),
    ("a\n}", .malformed(line: 2, column: 1)), ("a = \"${", .malformed(line: 1, column: 6)),
  ])
  func `what a Gradle script makes or repeats is refused`(text: String, error: VersionFileError) throws {
    #expect(try Edit.error("build.gradle", text) == error)
  }

  static let podspecs: [String] = [
    "Pod::Spec.new do |s|\n  s.name = 'A'\n  s.version = '‹1.2.3›'\n  s.source = { :tag => s.version }\nend\n",
    "Pod::Spec.new { |spec|\n  spec.version          = \"‹1.0›\" # s.version = '9'\n}\n",
    "Pod::Spec.new do |s|\n  s.description = <<-DESC\n    it's\n    s.version = '9'\n  DESC\n  s.version = '‹1.0›'\nend\n",
    "=begin\ns.version = '9'\n=end\nPod::Spec.new do |s|\n  s.d = <<~'A' + <<B\n s.version = '9'\n  A\n\"\nB\n  s.version = '‹›';\nend\n",
    "Pod::Spec.new do |s|\n  s.f = %w[it's a [b] ' c]\n  s.g = %q(it's)\n  s.version = '‹1›'\nend\n__END__\ns.version = '9'\n",
    "Pod::Spec.new do |s|\n  x = \"#{a[\"'\"]} it's\" =~ /'\"/\n  s.version=\"‹1›\"\n  s.subspec 'C' do |c|\n    c.version = '9'\n  end\nend\n",
    "Pod::Spec.new do |s|\n  n = 10 % 3 / 2\n  s.x = 'multi\n  s.version = \"9\"'\n  s.version =\n    '‹1›'\n  if s.version == '9' then end\nend",
  ]

  @Test(arguments: podspecs)
  func `a podspec's version is replaced`(text: String) throws { try Edit("A.podspec", text).check() }

  @Test(arguments: [
    ("x.version = '1'\n", VersionFileError.notFound), ("Pod::Spec.new do |s|\nend", .notFound),
    ("Pod::Spec.new do |s|\ns.version = File.read('V')\n", .computed(line: 2, text: "File.read('V')")),
    ("Pod::Spec.new do |s|\ns.version = \"#{v}\"\n", .computed(line: 2, text: "\"#{v}\"")),
    ("Pod::Spec.new do |s|\ns.version = '1' if x\n", .computed(line: 2, text: "'1' if x")),
    ("Pod::Spec.new do |s|\ns.version = '1'\ns.version = '2'\n", .ambiguous(lines: [2, 3])),
    ("Pod::Spec.new do |s|\ns.version = '1\n", .malformed(line: 2, column: 13)),
    ("a = <<-X\n", .malformed(line: 2, column: 1)), ("a = %w[b", .malformed(line: 1, column: 5)),
  ])
  func `what a podspec makes or repeats is refused`(text: String, error: VersionFileError) throws {
    #expect(try Edit.error("A.podspec", text) == error)
  }
}
