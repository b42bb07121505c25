import Analysis
import Reporting
import Vocabulary

/// A traced number as text for a terminal.
struct TraceText {
  let lines: [String]

  init(_ traced: TracedNumber) {
    let (number, trace) = (traced.number, traced.trace)
    var lines = [
      "\(number.id)", "", "  \(number.measure.name): \(traced.published.text)  (\(TracedNumber.plain(number.value)))",
      "  \(number.measure.meaning)",
    ]
    lines += Self.scope(traced).map { "  \($0)" }
    lines += ["", Self.check(traced)]
    if let sql = trace.formula.sql {
      lines += ["", "Query, for `fairlead query`:"] + Self.indented(sql)
    }
    for set in trace.sets { lines += [""] + Self.rows(set) }
    if let run = trace.run { lines += [""] + Self.model(run, trace.inputs) }
    self.lines = lines.map { Terminal.shown($0) }
  }

  private static func scope(_ traced: TracedNumber) -> [String] {
    let number = traced.number
    var parts = [number.window.map { "Days: \($0.first) to \($0.last)" } ?? "Days: all up to \(traced.asOf)"]
    if let channel = number.channel { parts.append("Channel: \(channel.label)") }
    if !number.subject.isEmpty {
      parts.append("Of: " + [number.subject, number.detail].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if let page = traced.published.page { parts.append("In the report: \(page)#\(number.id)") }
    return parts
  }

  private static func check(_ traced: TracedNumber) -> String {
    guard let counted = traced.trace.counted else { return "NOT THE SAME: no rows give this number any more." }
    let value = TracedNumber.plain(counted)
    let how =
      traced.trace.formula.form == .model && traced.number.run != nil
      ? "Made again by the stored model" : "Counted again from the rows"
    return traced.trace.agrees
      ? "\(how): \(value). The same as in the report."
      : "NOT THE SAME. \(how): \(value). The report says \(TracedNumber.plain(traced.number.value))."
  }

  private static func rows(_ traced: TracedRows) -> [String] {
    var lines = ["\(traced.set.kind.words(traced.count)):"]
    for file in traced.files {
      let places =
        switch (file.firstLine, file.lastLine) {
        case (let first?, let last?): first == last ? ", line \(first)" : ", lines \(first) to \(last)"
        default: ""
        }
      let rows = traced.set.line == nil ? "" : ", \(file.rows) \(file.rows == 1 ? "row" : "rows")"
      lines.append("  \(file.name)\(rows)\(places), SHA-256 \(file.digest)")
    }
    guard !traced.rows.isEmpty else { return lines }
    lines.append("")
    lines += table(traced)
    if traced.rows.count < traced.count {
      lines.append("  … \(traced.count - traced.rows.count) more; --limit shows them")
    }
    return lines
  }

  /// Columns without any value are left out.
  private static func table(_ traced: TracedRows) -> [String] {
    let cells = traced.rows.map { row in
      zip(row.values, traced.columns).map { RowText.cell($0, column: $1) }
        + [row.line.map { "\(row.file?.name ?? ""):\($0)" } ?? row.file?.name ?? ""]
    }
    let heads = traced.columns.map(RowText.label) + ["file:line"]
    let used = heads.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    let widths = used.map { column in max(heads[column].count, cells.map { $0[column].count }.max() ?? 0) }
    func line(_ texts: [String]) -> String {
      let padded = zip(used, widths).map { texts[$0] + String(repeating: " ", count: $1 - texts[$0].count) }
      var line = "  " + padded.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    var lines = [line(heads)]
    for (row, texts) in zip(traced.rows, cells) {
      lines.append(line(texts))
      lines += row.history.map { old in
        "    restated: \(RowText.label(old.measure)) was "
          + "\(RowText.cell(.integer(old.oldValue), column: old.measure)) in \(old.oldFile) "
          + "(SHA-256 \(old.oldDigest)), is \(RowText.cell(.integer(old.newValue), column: old.measure)) "
          + "in \(old.newFile)"
      }
    }
    return lines
  }

  private static func model(_ run: ModelRun, _ inputs: [FileRows]) -> [String] {
    var lines = [
      "Model run \(run.id):", "  \(run.purpose): \(run.model), version \(run.version), seed \(run.seed)",
      "  trained as of \(run.asOf) on \(run.rows) rows of \(run.window.first) to \(run.window.last)",
      "  features: \(run.features.joined(separator: ", "))", "  data digest: \(run.dataDigest)",
      "  sales known by then:",
    ]
    for file in inputs { lines.append("    \(file.name), \(file.rows) rows, SHA-256 \(file.digest)") }
    return lines
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
  }
}
