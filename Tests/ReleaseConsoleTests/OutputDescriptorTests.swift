import Foundation
import ReleaseConsole
import Testing

@Suite("Writing to a descriptor")
struct OutputDescriptorTests {
  @Test(.timeLimit(.minutes(1)))
  func `more than a pipe holds is written whole`() throws {
    let pipe = Pipe()
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let output = OutputDescriptor(pipe.fileHandleForWriting.fileDescriptor)
    Thread.detachNewThread {
      output.send(bytes)
      pipe.fileHandleForWriting.closeFile()
    }
    #expect(Array(try #require(try pipe.fileHandleForReading.readToEnd())) == bytes)
    #expect(output.failure == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a descriptor that does not block is waited for`() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    try #require(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
    let output = OutputDescriptor(descriptor)
    Thread.detachNewThread {
      output.send([UInt8](repeating: 7, count: 1_000_000))
      pipe.fileHandleForWriting.closeFile()
    }
    #expect(try pipe.fileHandleForReading.readToEnd()?.count == 1_000_000)
    #expect(output.failure == nil)
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
