import OCIImages
import StrictJSON
import Testing

/// Returns the text with its one occurrence of a part replaced.
func edit(_ text: String, _ old: String, _ new: String) throws -> [UInt8] {
  let pieces = text.split(separator: old, omittingEmptySubsequences: false)
  try #require(pieces.count == 2, "\(old) stands \(pieces.count - 1) times in the sample")
  return Array(pieces.joined(separator: new).utf8)
}

/// Returns the error that reading throws, nil when it throws none.
func failure<T>(_ read: () throws(ImageDocumentError) -> T) -> ImageDocumentError? {
  do { _ = try read() } catch { return error }
  return nil
}

extension JSONPath {
  /// A path of keys.
  init(keys: String...) { self.init(keys.map(Step.key)) }
}
