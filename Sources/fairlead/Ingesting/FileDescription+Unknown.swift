import Ingestion

/// What is said of a file in which no kind of table is seen.
extension FileDescription {
  static func kind(_ suggestion: MappingSuggestion, _ error: IngestionError) -> String {
    let profile = suggestion.profile
    if case .unrecognised(_, let kind?) = error { return "\(kind) – not read as it stands" }
    if profile.isNested { return "XML whose records Fairlead does not know" }
    guard profile.isTable else {
      return profile.columns.isEmpty ? "a file without a table" : "text that makes no table"
    }
    if profile.lacksHeader { return "a table without names of columns" }
    if profile.rows == 0 { return "names of columns without a row" }
    return suggestion.kinds.isEmpty && profile.isPivoted
      ? "a table with days, weeks or months as columns" : "a table that Fairlead does not know"
  }

  /// Each column with what it is called; none of what is no table, whose first line is no header.
  static func described(_ profile: TableProfile) -> [(name: String, column: ColumnProfile)] {
    guard profile.isTable else { return [] }
    return zip(profile.names, profile.columns).map { (name: $0, column: $1) }
  }

  static func advice(_ profile: TableProfile) -> String {
    if profile.hiddenSheets > 0 {
      return
        "show its hidden \(profile.hiddenSheets == 1 ? "sheet" : "sheets") in the workbook and inspect it again; leave it "
        + "out if no figures stand there"
    }
    if profile.isNested { return "export what it holds as CSV where it is from, with a row for each record" }
    guard profile.isTable else {
      return profile.columns.isEmpty
        ? "leave it out, since pictures, charts and text boxes are not read; if figures belong in it, export it again with "
          + "them in cells, or as CSV"
        : "leave it out; if it holds figures, write them into a table with names of columns (Day, Campaign, Cost) in its "
          + "first row and inspect that"
    }
    if profile.lacksHeader {
      return
        "its first row looks like data, not like the names of columns: put a row of names (Day, Campaign, Cost, E-mail) "
        + "above it and inspect it again"
    }
    if profile.isPivoted { return pivotAdvice }
    if profile.rows == 0 { return "nothing stands below its header: export it again over a period that has data" }
    if profile.columns.count == 1 {
      return
        "it has one column, and no table can be read by one: export it again with the columns that tell whose each row is "
        + "and when, such as Contact ID beside E-mail, or Day beside Cost; if its cells hold several values, save it as CSV"
    }
    guard !profile.holdsFacts else {
      return
        "Fairlead does not know the names of its columns: export it in English where the tool can, or give its "
        + "columns plain names (Day, Campaign, Cost, E-mail) and inspect it again"
    }
    return
      "leave it out, since none of its columns is named like a day, a cost, a visit, an order or a person; if it holds "
      + "such figures, give its columns plain names (Day, Campaign, Cost) and inspect it again"
  }

  /// No mapping can turn a table.
  static let pivotAdvice =
    "days, weeks or months stand in it as columns: write one row for each day and campaign, with the columns Day, Campaign "
    + "and Cost, or export it so, and inspect it again"
}
