/// What became of each line of one batch; a line with several facts counts once, by the best that came of it.
struct LineLedger {
  /// In rising order of weight.
  enum Outcome: Int {
    case repeated, unchanged, updated, loaded
  }

  private var outcomes: [Int: Outcome] = [:]
  private(set) var rejected: Set<Int>
  private(set) var skipped: Set<Int>

  init(rejected: Set<Int>, skipped: Set<Int>) {
    self.rejected = rejected
    self.skipped = skipped.subtracting(rejected)
  }

  mutating func note(_ outcome: Outcome, line: Int) {
    if let known = outcomes[line], known.rawValue >= outcome.rawValue { return }
    outcomes[line] = outcome
  }

  mutating func reject(line: Int) { rejected.insert(line) }

  func add(to report: inout LoadReport) {
    for (line, outcome) in outcomes where !rejected.contains(line) {
      switch outcome {
      case .loaded: report.rowsLoaded += 1
      case .updated: report.rowsUpdated += 1
      case .unchanged: report.rowsUnchanged += 1
      case .repeated:
        report.rowsUnchanged += 1
        report.rowsRepeated += 1
      }
    }
    report.rowsSkipped += skipped.count { outcomes[$0] == nil && !rejected.contains($0) }
    report.rowsRejected += rejected.count
  }
}
