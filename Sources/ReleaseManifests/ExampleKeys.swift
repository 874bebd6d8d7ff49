/// The key pairs of `keys-example/`: everybody has their private halves.
package enum ExampleKeys {
  /// Their key ids, lower-case hex.
  package static let ids: Set<String> = [
    "439e4fe7170b1fc53631506d489fe8cdee010617836d29e53db5c969c9f06cbb",
    "f1c20457e11d20e95ec4b88404de09538392311cf874445cd079765a82400ed1",
  ]
}
