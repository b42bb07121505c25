import Vocabulary

extension Export {
  /// The reports on a workbook's sheets, each as an export of its own; sheets of one report with the same columns are one,
  /// and so are those of advertising or sales of which a mapping reads the same.
  /// The file itself where it is no workbook, holds one report or none, or is damaged, which reading it tells.
  ///
  /// The first keeps the file's name and digest. The digest of another is that of the file's and the sheet's name.
  package func bySheets() -> [Export] {
    guard sheets == nil, let grid = try? grid(), grid.isBook, grid.knownSheets?.count != 1,
      let reports = try? reports(on: grid), reports.count > 1
    else { return [self] }
    return reports.enumerated().map { place, report in
      guard place > 0 else {
        return Export(
          displayName: displayName, digest: digest, byteCount: byteCount, place: self.place, options: options,
          sheets: report.sheets)
      }
      var sum = Digest()
      Array((digest + "/" + report.name).utf8).withUnsafeBufferPointer { sum.add($0) }
      return Export(
        displayName: displayName + "/" + report.name, digest: sum.finish(), byteCount: byteCount, place: self.place,
        options: options, sheets: report.sheets)
    }
  }

  /// In the order of their first sheets. The first has the sheets that hold no report besides its own.
  private func reports(on grid: Grid) throws(IngestionError) -> [(key: [String], name: String, sheets: Set<Int>)] {
    var reports: [(key: [String], name: String, sheets: Set<Int>)] = []
    var others: Set<Int> = []
    try grid.outlines { outline in
      let number = outline.traits.number
      guard !outline.traits.isHidden, !grid.repeatedSheets.contains(number) else { return true }
      let found = SourceCatalogue.stages(options).lazy.compactMap { outline.findReport($0, options) }.first
      guard let key = found?.key(sheet: number, inBook: true) else {
        others.insert(number)
        return true
      }
      if let place = reports.firstIndex(where: { $0.key == key }) {
        reports[place].sheets.insert(number)
      } else {
        reports.append((key, outline.traits.name, [number]))
      }
      return true
    }
    if !reports.isEmpty { reports[0].sheets.formUnion(others) }
    return reports
  }
}

extension SheetReport {
  /// What sheets share that are read as one: the report, and its columns unless it spans sheets of different ones. One
  /// that stacks tables has its sheet for itself.
  ///
  /// Of columns that a mapping does not read, such as spots and gross rating points, nothing comes: sheets that differ in
  /// those alone would be the same series to the warehouse, and each would take back what the other says.
  func key(sheet: Int, inBook: Bool) -> [String] {
    if format.spansSheets { return [format.formatName] }
    if format.width == nil { return [format.formatName, "\(sheet)"] }
    if inBook, let table = format as? MappedTable, table.countsEachRow { return [format.formatName] + table.fieldsRead }
    return [format.formatName] + header.keys.filter { !$0.isEmpty }.sorted()
  }
}

extension Grid {
  /// Sheets that hold what another one holds as well, in the form in which a page shows it.
  var repeatedSheets: Set<Int> {
    guard let sheets = knownSheets, sheets.contains(where: { $0.name.lowercased() == "raw data report" }) else {
      return []
    }
    return Set(sheets.filter { $0.name.lowercased() == "formatted report" }.map(\.number))
  }
}
