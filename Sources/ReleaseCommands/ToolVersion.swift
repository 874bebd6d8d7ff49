/// What this program is called and which version it is.
enum ToolVersion {
  static let name = "release"
  static let number = "0.1.0"
}
