import OCIImages
import Testing

@Suite("Numbers of bytes") struct ByteCountTests {
  @Test(arguments: [
    ("1024", 1024), ("0", 0), ("7B", 7), ("500kB", 500_000), ("500 KB", 500_000), ("200MB", 200_000_000),
    ("200mb", 200_000_000), ("1.5 GiB", 1_610_612_736), ("1.5GB", 1_500_000_000), ("2 TB", 2_000_000_000_000),
    ("1KiB", 1024), ("0.000001 MB", 1), ("0.0001kB", 0), ("9223372036854775807", Int64.max),
    ("8388607 TiB", 9_223_370_937_343_148_032), ("1.999999 TiB", 2_199_022_156_040),
  ]) func `a number and its unit are read`(text: String, bytes: Int64) {
    #expect(ByteCount(text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", " ", "MB", "-1", "+1", "1e3", "1.5", "1.5B", ".5MB", "1.MB", "1.2.3MB", "1,5MB", " 1", "1 ", "1 M",
    "1G",
    "1.0000001MB", "0x10", "9223372036854775808", "8388608 TiB", "99999999999999999999MB", "1\u{A0}MB", "١MB",
    "1 MB x", "1MBB", "1 kB\n",
  ]) func `anything else is no number of bytes`(text: String) { #expect(ByteCount(text) == nil) }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (200_000_000, "200 MB"), (1 << 29, "512 MiB"), (640_000, "640 kB"),
    (1024, "1 KiB"),
    (1_533_999_999, "1.53 GB"), (1001, "1.00 kB"), (2_048_000_000, "2048 MB"), (Int64.max, "9223372.03 TB"),
  ]) func `the shortest exact text is written`(bytes: Int64, text: String) {
    #expect(ByteCount(bytes: bytes).text == text)
  }

  @Test func `an exact text reads back as the same number, and numbers are ordered`() {
    var dice = Dice(state: 8)
    for _ in 0..<10_000 {
      let bytes = Int64.random(in: 0...1 << 30, using: &dice) << Int64.random(in: 0...20, using: &dice)
      let count = ByteCount(bytes: bytes)
      guard !count.text.contains(".") else { continue }
      #expect(ByteCount(count.text) == count)
    }
    #expect(ByteCount(bytes: 1) < ByteCount(bytes: 2))
    #expect(ByteCount(bytes: -1).bytes == 0)
  }
}
