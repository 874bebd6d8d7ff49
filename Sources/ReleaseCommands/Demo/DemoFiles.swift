/// The files that the demo writes.
enum DemoFiles {
  /// The configuration: two folders in which releases run.
  static func configuration(_ folder: String) -> String {
    """
    {
      project: "demo/shop",
      environments: [
        { name: "staging",
          target: { kind: "directory", path: "\(folder)/staging" },
          checks: [ { command: ["\(folder)/staging/current/bin/smoke"] } ] },
        { name: "production", after: "staging",
          target: { kind: "directory", path: "\(folder)/production" },
          checks: [ { command: ["\(folder)/production/current/bin/smoke"] } ] },
      ],
    }

    """
  }

  /// What shows whether the shop is healthy.
  static func smoke(status: Int) -> String { "#!/bin/sh\nexit \(status)\n" }

  /// Verifies a manifest's signature with sed, base64 and openssl: nothing of ours.
  ///
  /// Source: DSSE v1.0.2, protocol.md. OpenSSL 3.0 wants a regular file to verify.
  static let verification = #"""
    #!/bin/sh
    # usage: verify.sh PUBLIC.pem MANIFEST.json
    set -eu
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$2"; }
    type=$(field payloadType "$2")
    field payload "$2" | base64 -d >"$work/payload"
    field sig "$2" | base64 -d >"$work/signature"
    { printf 'DSSEv1 %d %s %d ' ${#type} "$type" "$(wc -c <"$work/payload")"; cat "$work/payload"; } >"$work/signed"
    openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in "$work/signed" -sigfile "$work/signature"

    """#
}
