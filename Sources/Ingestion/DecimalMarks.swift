import Vocabulary

/// How each of a table's columns writes numbers, decided together.
enum DecimalMarks {
  /// Each column by its own evidence; one that reads both ways follows the file's other columns, then the declared
  /// locale, then the vendor's `habit`.
  static func formats(
    _ columns: [(name: String, verdict: NumberEvidence.Verdict)], _ options: ReadOptions, file: String,
    habit: NumberFormat?
  ) throws(IngestionError) -> [NumberFormat] {
    let decided = Set(
      columns.compactMap { column -> NumberFormat.DecimalMark? in
        if case .certain(let mark) = column.verdict { mark } else { nil }
      })
    let neighbours = decided.count == 1 ? decided.first : nil
    let supposed = (neighbours ?? options.convention?.decimalMark).map { NumberFormat(decimalMark: $0) } ?? habit
    var formats: [NumberFormat] = []
    for (name, verdict) in columns {
      switch verdict {
      case .certain(let mark): formats.append(NumberFormat(decimalMark: mark))
      case .indifferent: formats.append(supposed ?? .decimalDot)
      case .ambiguous(let line):
        guard let supposed else { throw .ambiguousNumbers(file: file, column: name, line: line) }
        formats.append(supposed)
      case .contradictory(let dotLine, let commaLine):
        throw .contradictoryNumbers(file: file, column: name, dotLine: dotLine, commaLine: commaLine)
      }
    }
    return formats
  }
}
