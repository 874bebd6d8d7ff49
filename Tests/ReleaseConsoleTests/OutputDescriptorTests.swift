import Foundation
import ReleaseConsole
import Testing

@Suite("Writing to a descriptor")
struct OutputDescriptorTests {
  @Test(.timeLimit(.minutes(20)))
  func `more than a pipe holds is written whole`() throws {
    let pipe = Pipe()
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let output = OutputDescriptor(pipe.fileHandleForWriting.fileDescriptor)
    Thread.detachNewThread { output.send(bytes) }
    #expect(try read(bytes.count, from: pipe) == bytes)
    #expect(output.failure == nil)
  }

  @Test(.timeLimit(.minutes(20)))
  func `a descriptor that does not block is waited for`() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    try #require(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
    let output = OutputDescriptor(descriptor)
    let bytes = [UInt8](repeating: 7, count: 1_000_000)
    Thread.detachNewThread { output.send(bytes) }
    #expect(try read(bytes.count, from: pipe) == bytes)
    #expect(output.failure == nil)
  }

  /// Reads so many bytes. The end of the pipe is not waited for: a program that another test starts meanwhile may hold
  /// it open.
  private func read(_ count: Int, from pipe: Pipe) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, let more = try pipe.fileHandleForReading.read(upToCount: count - bytes.count) {
      bytes += more
    }
    return bytes
  }

  @Test func `a reader that has gone is remembered and ends the writing quietly`() throws {
    OutputDescriptor.ignoreBrokenPipes()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let output = OutputDescriptor(pipe.fileHandleForWriting.fileDescriptor)
    output.send([1])
    output.send([2])
    #expect(output.isClosedByReader)
  }

  @Test func `a descriptor that is not open is a failure`() {
    let output = OutputDescriptor(-1)
    output.send([])
    #expect(output.failure == nil)
    output.send([1])
    #expect(output.failure == EBADF)
    #expect(!output.isClosedByReader)
  }

  @Test func `a pipe is no terminal`() {
    let pipe = Pipe()
    #expect(!OutputDescriptor(pipe.fileHandleForWriting.fileDescriptor).isTerminal)
  }
}
