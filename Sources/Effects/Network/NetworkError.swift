/// Why no whole response came; every case names the URL that it is about.
package enum NetworkError: Error, Hashable {
  /// The URL is no absolute `http` or `https` URL.
  case badURL(String)
  /// The method or a header field would break the request apart: its name.
  case badField(url: String, name: String)
  /// The host's name has no address.
  case unknownHost(url: String)
  /// Nobody listens, or no way leads there.
  case refused(url: String)
  /// The response was not whole in time, in seconds.
  case timedOut(url: String, after: Double)
  /// The exchange was slower than the request's pace for so many seconds.
  case stalled(url: String, after: Double)
  /// No trusted connection came about: the reason in the words of `curl`.
  case tls(url: String, message: String)
  /// The response's content is longer than wanted, in bytes.
  case tooLarge(url: String, limit: Int)
  /// The server sent us on more often than wanted.
  case tooManyRedirects(url: String, limit: Int)
  /// The task was cancelled.
  case cancelled(url: String)
  /// There is no program `curl` on the `PATH`, which is what speaks HTTP.
  case curlMissing(url: String)
  /// `curl` could not be run.
  case notStarted(url: String, SubprocessError)
  /// The content to send could not be laid down for `curl`, is not in the file, or was written to meanwhile.
  case contentNotStored(url: String, FileError)
  /// The exchange broke off for another reason, in the words of `curl`.
  case other(url: String, message: String)
}
