import OCIImages
import Testing

@Suite("Configurations of images") struct ImageConfigurationTests {
  @Test func `platform and labels are read`() throws {
    let configuration = try ImageConfiguration(parsing: Array(Samples.configuration.utf8))
    #expect(configuration.platform.text == "linux/arm64/v8")
    #expect(configuration.labels == [ImageLabel.version: "1.5.0", "maintainer": "Zoë"])
  }

  @Test(arguments: [
    #"{"os":"linux","architecture":"amd64"}"#, #"{"os":"linux","architecture":"amd64","config":null}"#,
    #"{"os":"linux","architecture":"amd64","config":{}}"#,
    #"{"os":"linux","architecture":"amd64","config":{"Labels":null}}"#,
    #"{"os":"linux","architecture":"amd64","variant":"","config":{"Labels":{}}}"#,
  ]) func `an image may have no labels`(text: String) throws {
    let configuration = try ImageConfiguration(parsing: Array(text.utf8))
    #expect(configuration.labels.isEmpty)
    #expect(configuration.variant == nil)
  }

  @Test(arguments: [
    "{}", "[]", #"{"os":"linux"}"#, #"{"os":"linux","architecture":1}"#,
    #"{"os":"linux","architecture":"amd64","config":[]}"#,
    #"{"os":"linux","architecture":"amd64","config":{"Labels":["a"]}}"#,
    #"{"os":"linux","architecture":"amd64","config":{"Labels":{"a":1}}}"#,
    #"{"os":"linux","architecture":"amd64","config":{"Labels":{},"labels":{"a":"b"}}}"#,
    #"{"os":"linux","architecture":"amd64","config":{},"Config":{"Labels":{"a":"b"}}}"#,
    #"{"os":"linux","architecture":"amd64","config":{"Labels":{"a":"1","a":"2"}}}"#,
  ]) func `what is no configuration is refused`(text: String) {
    #expect(throws: ImageDocumentError.self) { try ImageConfiguration(parsing: Array(text.utf8)) }
  }
}
