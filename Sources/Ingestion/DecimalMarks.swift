import Vocabulary

/// How each of a table's columns writes numbers, decided together.
enum DecimalMarks {
  /// Each column by its own evidence; one that reads both ways follows the file's other columns, then the declared
  /// locale, then the vendor's `habit`, unless that never groups and a cell looks as if it did, or the
  /// file is no longer as the vendor wrote it.
  /// The caveat says so where nothing but the habit decided.
  static func formats(
    _ columns: [(name: String, verdict: NumberEvidence.Verdict)], _ options: ReadOptions, file: String,
    habit: NumberFormat?
  ) throws(IngestionError) -> (formats: [NumberFormat], caveats: [String]) {
    let decided = Set(
      columns.compactMap { column -> NumberFormat.DecimalMark? in
        if case .certain(let mark) = column.verdict { mark } else { nil }
      })
    let neighbours = decided.count == 1 ? decided.first : nil
    let known = neighbours ?? options.convention?.decimalMark
    let supposed = known.map { NumberFormat(decimalMark: $0) } ?? habit
    var formats: [NumberFormat] = []
    var open: [(name: String, line: Int)] = []
    for (name, verdict) in columns {
      switch verdict {
      case .certain(let mark): formats.append(NumberFormat(decimalMark: mark))
      case .indifferent: formats.append(supposed ?? .decimalDot)
      case .ambiguous(let line, let hasComma):
        let isHabitual = known != nil || !(options.hasSemicolons || (hasComma && supposed == .plain))
        guard let supposed, isHabitual else {
          throw .ambiguousNumbers(file: file, column: name, line: line)
        }
        formats.append(supposed)
        if known == nil { open.append((name, line)) }
      case .contradictory(let dotLine, let commaLine):
        throw .contradictoryNumbers(file: file, column: name, dotLine: dotLine, commaLine: commaLine)
      }
    }
    return (formats, open.isEmpty ? [] : [caveat(open, supposed ?? .plain)])
  }

  private static func caveat(_ columns: [(name: String, line: Int)], _ format: NumberFormat) -> String {
    let named = columns.prefix(3).map { "\"\($0.name)\"" }.joined(separator: ", ")
    let isComma = format.decimalMark == .comma
    return "\(named)\(columns.count > 3 ? " and \(columns.count - 3) more" : ""): a figure such as the one in line "
      + "\(columns[0].line) reads both as thousands and as decimals; it is read with a \(isComma ? "comma" : "point") "
      + "before decimals (1.234 is \(isComma ? "1234" : "one and a bit")), as the tool itself writes it; if the file was "
      + "saved in another language name it: --locale \(isComma ? "en" : "de")"
  }
}
