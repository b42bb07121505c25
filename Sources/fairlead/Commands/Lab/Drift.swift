import Modeling

/// Compares the columns of two tables.
struct Drift {
  private let command: LabDrift
  private let pair: TablePair
  private let search: DriftSearch

  init(_ command: LabDrift, _ pair: TablePair) {
    self.command = command
    self.pair = pair
    search = DriftSearch(replays: command.replays)
  }

  func result() throws -> DriftResult {
    let boundary = pair.reference.rowCount
    var columns: [DriftResult.Column] = []
    var values: [DriftSearch.Values] = []
    for name in pair.columns {
      let column = try pair.values(of: name)
      values.append(column.values)
      columns.append(
        DriftResult.Column(name: name, try search.measure(column.values, boundary: boundary), levels: column.levels))
    }
    var notes: [String] = []
    let rate = try falseAlarmRate(values, &notes)
    return DriftResult(
      referenceRows: boundary, currentRows: pair.current.rowCount, columns: columns, dropped: pair.dropped,
      falseAlarmRate: rate, size: search.size, certainty: search.certainty, notes: notes)
  }

  private func falseAlarmRate(_ values: [DriftSearch.Values], _ notes: inout [String]) throws -> Double? {
    do {
      return try search.falseAlarmRate(
        values, boundary: pair.reference.rowCount, using: command.options.generator.split("drift"),
        on: command.options.workers)
    } catch {
      // A column with so few values that a deal leaves one side without any.
      notes.append("false alarms could not be counted: a column has too few values to be dealt again")
      return nil
    }
  }
}
