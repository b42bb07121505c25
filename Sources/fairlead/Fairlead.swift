import ArgumentParser
import Glibc

/// The tool. Subcommands are listed in the order in which a newcomer meets them.
struct Fairlead: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "fairlead",
    abstract: "Turns the exports a marketer already has into a report that can be trusted, offline.",
    discussion: """
      Example:
        fairlead new shop && cp ~/Downloads/*.csv shop/inbox/ && cd shop && fairlead build
      """,
    version: version,
    subcommands: [
      New.self, Read.self, Inspect.self, Ingest.self, Build.self, Report.self, Portfolio.self, Templates.self,
      Query.self, Trace.self,
      Simulate.self,
      Lab.self, Doctor.self,
    ])
}

@main
enum EntryPoint {
  static func main() {
    // Whoever reads our output may stop early (`fairlead read big.csv | head`); that is no error of ours.
    signal(SIGPIPE) { _ in _exit(0) }
    do {
      var command = try Fairlead.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Terminal.complain(failure.message)
      exit(failure.status.rawValue)
    } catch {
      Fairlead.exit(withError: error)
    }
  }
}
