import Effects
import Foundation
import HTTPTransport
import HealthChecks
import ReleasePlanning
import Rollouts
import StrictJSON
import Synchronization
import Testing
import WorldSupport

/// A real HTTP server on a free port of this machine; it ends with the process of the tests.
enum Page {
  /// Returns the address of a path. `/status/N` answers with a status, `/json/…` with what follows, `/count/N` fails N
  /// times under its own query, `/slow` is late.
  static func at(_ path: String) throws -> String { try "http://127.0.0.1:\(port.get())\(path)" }

  struct NoServer: Error {
    let result: SubprocessResult
  }

  private static let port = Result {
    let process = ProcessInfo.processInfo.processIdentifier
    let result = try Scratch.programs.run(
      Subprocess(argv: ["python3", "-c", script, "\(process)"], timeout: 60))
    guard result.status == .exited(0) else { throw NoServer(result: result) }
    return String(decoding: result.output, as: UTF8.self)
  }

  private static let script = """
    import http.server, threading, time, sys, os, urllib.parse
    seen = {}
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *args): pass
        def do_GET(self):
            kind, _, rest = self.path[1:].partition("/")
            status, body = 200, b""
            if kind == "status": status = int(rest)
            elif kind == "json": body = urllib.parse.unquote(rest).encode()
            elif kind == "slow": time.sleep(3)
            elif kind == "count":
                failures, _, query = rest.partition("?")
                seen[query] = seen.get(query, 0) + 1
                status = 503 if seen[query] <= int(failures) else 200
            self.send_response(status)
            if status == 302: self.send_header("Location", "/status/200")
            self.send_header("Content-Length", str(len(body))); self.end_headers()
            self.wfile.write(body)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, end="", flush=True)
    if os.fork() > 0: os._exit(0)
    for stream in range(3): os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    while os.path.exists("/proc/" + sys.argv[1]): time.sleep(0.5)
    """
}

/// A clock that does not wait, and knows how long it was asked to.
final class Metronome: WallClock {
  private let waits = Mutex<[Double]>([])

  func now() -> Timestamp { Timestamp(secondsSinceEpoch: 0) }

  func sleep(for seconds: Double) async throws(CancellationError) { waits.withLock { $0.append(seconds) } }

  var waited: [Double] { waits.withLock { $0 } }
}

/// Measures checks as they stand in a configuration.
struct Examination {
  let clock = Metronome()
  var variables: [String: String] = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]

  func results(_ checks: String) async throws -> [CheckResult] {
    let environment = "{ name: 'dev', target: { kind: 'compose' }, checks: [ \(checks) ] }"
    let configuration = try Configuration(parsing: Array("{ environments: [ \(environment) ] }".utf8))
    var world = try World.live(network: CurlNetwork())
    world.clock = clock
    let checks = try #require(configuration.environments.first?.checks)
    return try await CheckRunner(world: world, variables: variables).run(checks)
  }

  func result(_ check: String) async throws -> CheckResult {
    try #require(try await results("{ \(check) }").first)
  }
}
