import ArgumentParser
import Computation
import Foundation
import Modeling
import Reporting

/// The flags that every `lab` command has.
struct LabOptions: ParsableArguments {
  @Argument(help: "The table: CSV or anything else that `fairlead read` opens.")
  var table: String

  @Flag(help: "The first row is data; columns are named c1, c2, …")
  var noHeader = false

  @Option(help: "Which random choices.")
  var seed: UInt64 = 1

  @Option(help: "Threads; the result is the same with any number.")
  var threads: Int?

  @Option(help: "Writes a page with the figures to this file; an earlier page is replaced.")
  var html: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let html { try LabPage.check(html) }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads is \(threads); expected 1 to 256")
    }
  }

  var workers: Workers { Workers(count: threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)) }
  var generator: SeededGenerator { SeededGenerator(seed: seed) }

  /// From so many rows on a step may take long enough for somebody to wonder.
  static let rowsToRemark = 50_000

  func remarks(onRows rows: Int) -> Bool { !output.quiet && rows >= Self.rowsToRemark }

  /// Says on standard error what a long run is about; on smaller tables nothing.
  func progress(steps: Int, rows: Int) -> Progress { Progress(steps: steps, quiet: !remarks(onRows: rows)) }

  static func list(_ names: String?) -> [String]? {
    names.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty } }
  }

  /// The same where the result's JSON has an array that may hold a million elements: it is left empty in `result`.
  func say<Element: Encodable>(
    _ result: some Encodable, with elements: [Element], as key: String, text: String, page: () throws -> LabReport
  ) throws {
    if output.json { try Terminal.sayJSON(result, with: elements, as: key) } else { Terminal.say(text) }
    if let html { try LabPage.write(try page(), to: html) }
  }

  /// Says what was found, and writes its page where one was asked for.
  func say(_ result: some Encodable, text: String, page: () throws -> LabReport) throws {
    if output.json { try Terminal.sayJSON(result) } else { Terminal.say(text) }
    if let html { try LabPage.write(try page(), to: html) }
  }

  /// Runs what may find that the table cannot be used, and ends with its sentence if so.
  static func refusing<Result>(_ table: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let problem as FitProblem {
      throw Failure("\(table): \(problem)", .unusableData)
    } catch let problem as MetricProblem {
      throw Failure("\(table): \(problem)", .unusableData)
    } catch let problem as ComputationProblem {
      throw Failure("\(table): \(problem)", .unusableData)
    }
  }
}

/// A column that was not used, and why.
struct DroppedColumn: Encodable, Equatable {
  let column: String
  let reason: String
}
