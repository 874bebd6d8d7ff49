import OCIImages
import ReleaseSigning

/// A digest of nothing that exists, the same for the same word.
func digest(_ word: String) -> Digest { .sha256(word.utf8) }

/// A reference to the digest of a word: `sha256:…`.
func pin(_ word: String) -> String { "sha256:\(digest(word).hex)" }

/// Documents that hold, for tests to read or to break.
enum Samples {
  static func descriptor(_ word: String, type: String = MediaType.ociLayerGzip, size: Int = 7) -> String {
    #"{"mediaType":"\#(type)","digest":"\#(pin(word))","size":\#(size)}"#
  }

  /// The manifest of an image of two layers, as the specification shows it.
  static let manifest = """
    {"schemaVersion":2,"mediaType":"\(MediaType.ociManifest)",
     "config":\(descriptor("config", type: MediaType.ociConfiguration, size: 7023)),
     "layers":[\(descriptor("one", size: 32654)),\(descriptor("two", size: 16724))],
     "subject":\(descriptor("subject", type: MediaType.ociManifest, size: 7682)),
     "annotations":{"com.example.key1":"value1","com.example.key2":"value2"}}
    """

  /// A manifest of Docker's, as `docker push` writes it.
  static let dockerManifest = """
    {
       "schemaVersion": 2,
       "mediaType": "\(MediaType.dockerManifest)",
       "config": \(descriptor("config", type: MediaType.dockerConfiguration)),
       "layers": [ \(descriptor("one", type: MediaType.dockerLayer)) ]
    }
    """

  static func entry(_ word: String, _ platform: String, annotations: String = "{}") -> String {
    """
    {"mediaType":"\(MediaType.ociManifest)","digest":"\(pin(word))","size":7143,
     "annotations":\(annotations),"platform":\(platform)}
    """
  }

  /// The index of an image for two platforms with an attestation, as buildx writes it.
  static let index = """
    {"schemaVersion":2,"mediaType":"\(MediaType.ociIndex)","manifests":[
      \(entry("amd64", #"{"architecture":"amd64","os":"linux"}"#)),
      \(entry("arm64", #"{"architecture":"arm64","os":"linux","variant":"v8"}"#)),
      \(entry(
        "attestation", #"{"architecture":"unknown","os":"unknown"}"#,
        annotations: #"{"vnd.docker.reference.digest":"\#(pin("amd64"))","#
          + #""vnd.docker.reference.type":"attestation-manifest"}"#))
    ]}
    """

  static let configuration = #"""
    {"created":"2026-11-21T12:00:00Z","architecture":"arm64","os":"linux","variant":"v8",
     "config":{"Env":["PATH=/bin"],"Entrypoint":["/api"],
       "Labels":{"org.opencontainers.image.version":"1.5.0","maintainer":"Zoë"}},
     "rootfs":{"type":"layers","diff_ids":[]},"history":[{"empty_layer":true}]}
    """#

  /// The `index.json` of a layout of two images.
  static let layout = """
    {"schemaVersion":2,"manifests":[
      \(entry(
        "old", #"{"architecture":"amd64","os":"linux"}"#,
        annotations: #"{"org.opencontainers.image.ref.name":"1.4.0"}"#)),
      \(entry(
        "new", #"{"architecture":"amd64","os":"linux"}"#,
        annotations: #"{"org.opencontainers.image.ref.name":"registry.example/acme/api:1.5.0"}"#))
    ]}
    """

  static let buildMetadata = """
    {"buildx.build.provenance":{"materials":[{"uri":"pkg:docker/golang@1.22"}]},
     "buildx.build.ref":"builder/node/abc","containerimage.config.digest":"\(pin("config"))",
     "containerimage.descriptor":{"mediaType":"\(MediaType.ociIndex)","digest":"\(pin("api"))","size":506,
       "annotations":{"org.opencontainers.image.created":"2026-11-21T12:00:00Z"}},
     "containerimage.digest":"\(pin("api"))",
     "image.name":"registry.example/acme/api:1.5.0,acme/api:latest"}
    """

  static let bakeMetadata = """
    {"buildx.build.warnings":[{"vertex":"x"}],
     "web":{"containerimage.digest":"\(pin("web"))","image.name":"acme/web"},
     "api":{"containerimage.digest":"\(pin("api"))"},"lint":{"buildx.build.ref":"b/n/c"},"note":"none"}
    """

  static let engineImage = """
    [{"Id":"\(pin("config"))","RepoTags":["acme/api:1.5.0","localhost:5000/acme/api:1.5.0","<none>:<none>"],
      "RepoDigests":["acme/api@\(pin("api"))","localhost:5000/acme/api@\(pin("moved"))",
        "acme/api@\(pin("older"))","acme/api@\(pin("api"))"],
      "Created":"2026-11-21T12:00:00Z","Architecture":"amd64","Variant":"","Os":"linux","Size":4302,
      "Config":{"Cmd":["/api"],"Labels":{"a":"b"}},"GraphDriver":{"Data":null,"Name":"overlay2"}}]
    """

  static let challenge =
    #"Bearer realm="https://auth.example/token",service="registry.example","#
    + #"scope="repository:acme/api:pull,push", Basic realm="a \"b\\""#

  static let configurationFile = #"""
    {"auths":{"https://index.docker.io/v1/":{"auth":"YW5uOmh1YnNlY3JldA=="},
       "quay.io":{"auth":"Ym9iOnF1YXk6cGFzcw=="},"quay.io/acme":{"auth":"Y2FybDphY21l"},
       "registry.example:5000":{"username":"dora","password":"plain"},"empty.example":{},
       "azure.example":{"auth":"MDAwMDo=","identitytoken":"refresh"}},
     "credHelpers":{"gcr.io":"gcloud","123.dkr.ecr.eu-west-1.amazonaws.com":"ecr-login"},
     "HttpHeaders":{"User-Agent":"Docker-Client"},"currentContext":"default"}
    """#

  static let helperAnswer = #"{"ServerURL":"https://gcr.io","Username":"eva","Secret":"s3cret"}"#
}
