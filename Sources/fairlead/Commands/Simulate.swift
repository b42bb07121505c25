import ArgumentParser
import Foundation
import Simulation

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a business with known truth as the vendors' own exports, with truth.json beside them.",
    discussion: """
      The same numbers give the same bytes.

      Example:
        fairlead simulate --customers 3000 --weeks 104 --seed 1 --out shop/inbox
      """)

  @Option(help: "Customers to expect; their number is random.")
  var customers = 3000

  @Option(help: "Weeks of history.")
  var weeks = 104

  @Option(help: "Which world.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write to; it must not exist, or be empty.")
  var out: String

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...5_000_000).contains(customers) {
      throw ValidationError("--customers is \(customers); expected 1 to 5,000,000")
    }
    if !(4...1_000).contains(weeks) { throw ValidationError("--weeks is \(weeks); expected 4 to 1,000") }
  }

  func run() throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: out) {
      guard (try? manager.contentsOfDirectory(atPath: out))?.isEmpty == true else {
        throw Failure("\(out): holds files already; expected a new or empty folder; choose another --out")
      }
    }
    let plan = try BusinessPlan(customers: customers, weeks: weeks, seed: seed)
    try manager.createDirectory(atPath: out, withIntermediateDirectories: true)
    let files = GrowingFiles(in: out)
    try BusinessStream(plan, settingAsideIn: out).write { path, bytes in try files.append(bytes, to: path) }
    try files.append(Array(settings.utf8), to: "fairlead.yml")
    try files.append(Array(explanation.utf8), to: "README.md")
    try files.sync()
    if output.json {
      try Terminal.sayJSON(Written(out: out, files: files.paths.sorted(), bytes: files.bytes))
    } else {
      Terminal.say("Wrote \(files.paths.count) files, \(files.bytes) bytes, to \(out)")
    }
  }

  private var settings: String {
    """
    client: "\(Business.name)"
    timeZone: Europe/London
    grossMargin: 0.55
    churnHorizonDays: 90
    # Public, so that anybody rebuilds the same report. A real business keeps its own to itself.
    pseudonymKey: "a simulated business has no secrets"

    """
  }

  private var explanation: String {
    """
    # \(Business.name), a simulated business

    Made by `fairlead simulate --customers \(customers) --weeks \(weeks) --seed \(seed)`. Nobody in it exists.
    The folders hold exports as the vendors' own tools write them; `truth.json` says what is really so: each customer's
    segment and hazard of leaving, what each channel adds, the outage, the restated week.

    """
  }

  private struct Written: Encodable {
    let out: String
    let files: [String]
    let bytes: Int
  }
}
