/// Something was asked for that this version cannot do; it says so instead of doing something else.
package struct NotSupported: Error, Hashable, Sendable {
  /// What it is, as it stands in the configuration or on the command line.
  package let what: String

  /// Names what is not supported.
  package init(_ what: String) { self.what = what }
}
