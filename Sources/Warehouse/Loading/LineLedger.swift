/// What became of each line of one batch; a line with several facts counts once, by the best that came of it.
struct LineLedger {
  /// In rising order of weight.
  enum Outcome: Int {
    case repeated, unchanged, updated, loaded
  }

  /// In the order of the lines, in which most come.
  private var outcomes: [(line: Int, outcome: Outcome)] = []
  private(set) var rejected: Set<Int>
  private(set) var skipped: Set<Int>

  init(rejected: Set<Int>, skipped: Set<Int>) {
    self.rejected = rejected
    self.skipped = skipped.subtracting(rejected)
  }

  mutating func note(_ outcome: Outcome, line: Int) {
    guard let last = outcomes.last, last.line >= line else { return outcomes.append((line, outcome)) }
    let place = place(of: line)
    if outcomes[place].line != line {
      outcomes.insert((line, outcome), at: place)
    } else if outcomes[place].outcome.rawValue < outcome.rawValue {
      outcomes[place].outcome = outcome
    }
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
    report.rowsSkipped += skipped.count { !hasOutcome($0) && !rejected.contains($0) }
    report.rowsRejected += rejected.count
  }

  private func hasOutcome(_ line: Int) -> Bool {
    let place = place(of: line)
    return place < outcomes.count && outcomes[place].line == line
  }

  /// Of the first outcome that is not before the line's.
  private func place(of line: Int) -> Int {
    var (low, high) = (0, outcomes.count)
    while low < high {
      let middle = (low + high) / 2
      if outcomes[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
