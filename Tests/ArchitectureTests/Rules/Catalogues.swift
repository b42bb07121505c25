/// Catalogue = folder: each extension file is registered in its one line and has its test.
enum Catalogues {
  static func formats(in files: [SourceFile]) -> [String] {
    let catalogue = files.first { $0.path.hasPrefix("Sources/Ingestion/") && $0.name == "SourceCatalogue.swift" }
    var count = 0
    var found: [String] = []
    for file in files where file.path.hasPrefix("Sources/Ingestion/Formats/") {
      for format in conformers(to: "SourceFormat", in: file) {
        count += 1
        if format != file.stem { found.append("\(file.path): declares the format \(format); expected \(file.stem)") }
        if !mentions(format, in: catalogue) { found.append("\(file.path): \(format) is not in SourceCatalogue.swift") }
        found += missingTest("Tests/IngestionTests/Formats/\(format)Tests.swift", of: file, in: files)
      }
    }
    return count == 0 ? found + ["Sources/Ingestion/Formats: no format found"] : found
  }

  static func charts(in files: [SourceFile], snapshots: [SourceFile]) -> [String] {
    let charts = mainFiles(below: "Sources/Charting/Charts/", in: files)
      .filter { !conformers(to: "Chart", in: $0).isEmpty }
    return charts.flatMap { file -> [String] in
      var found = missingTest("Tests/ChartingTests/Charts/\(file.stem)Tests.swift", of: file, in: files)
      // A snapshot is named after the figure, and the figure's name stands in the chart's specimen.
      let hasSnapshot = snapshots.contains {
        $0.path.hasPrefix("Tests/ChartingTests/Snapshots/") && file.code.contains("\"\($0.stem)\"")
      }
      if !hasSnapshot { found.append("\(file.path): Tests/ChartingTests/Snapshots has none of its specimen") }
      return found
    } + (charts.isEmpty ? ["Sources/Charting/Charts: no chart found"] : [])
  }

  static func sections(in files: [SourceFile]) -> [String] {
    let sections = mainFiles(below: "Sources/Reporting/Sections/", in: files).filter { $0.stem.hasSuffix("Section") }
    let lists = files.filter {
      $0.path.hasPrefix("Sources/Reporting/") && !$0.path.hasPrefix("Sources/Reporting/Sections/")
    }
    let tests = files.filter { $0.path.hasPrefix("Tests/ReportingTests/") }
    return sections.flatMap { file -> [String] in
      var found: [String] = []
      if !lists.contains(where: { mentions(file.stem, in: $0) }) {
        found.append("\(file.path): \(file.stem) has no line in the site's list")
      }
      if !tests.contains(where: { $0.stem == file.stem + "Tests" || mentions(file.stem, in: $0) }) {
        found.append("\(file.path): no test in Tests/ReportingTests names \(file.stem)")
      }
      return found
    } + (sections.isEmpty ? ["Sources/Reporting/Sections: no section found"] : [])
  }

  static func migrations(in files: [SourceFile]) -> [String] {
    let migrations = mainFiles(below: "Sources/Warehouse/Migrations/", in: files)
    let others = files.filter { $0.path.hasPrefix("Sources/Warehouse/") }
    return migrations.flatMap { file -> [String] in
      let types = declaredTypes(in: file)
      let names = types.isEmpty ? [file.stem] : types
      let isRegistered = others.contains { other in
        other.path != file.path && names.contains { mentions($0, in: other) }
      }
      return isRegistered ? [] : ["\(file.path): the migration is registered nowhere in Sources/Warehouse"]
    } + (migrations.isEmpty ? ["Sources/Warehouse/Migrations: no migration found"] : [])
  }

  /// Every model that can be stored and every metric stands in a contract test: by its own name, or by that of the type that
  /// it is the fitted form of.
  static func contracts(in files: [SourceFile]) -> [String] {
    let contracts = files.filter { $0.path.hasPrefix("Tests/ModelingTests/") && $0.stem.contains("Contract") }
    let sources = files.filter { $0.path.hasPrefix("Sources/Modeling/") }
    let protocols = sources.flatMap { $0.bareCode.matches(of: /\bprotocol\s+(Fitted\w+|Metric)\b/) }.map {
      String($0.output.1)
    }
    var count = 0
    var found: [String] = []
    for file in sources {
      let stem = file.stem.split(separator: "+").first.map { String($0) } ?? file.stem
      for name in Set(protocols.flatMap { conformers(to: $0, in: file) }).sorted() {
        count += 1
        let subject = name.hasPrefix("Fitted") ? stem : name
        if !contracts.contains(where: { mentions(subject, in: $0) }) {
          found.append("\(file.path): \(subject) is in no contract test; expected a line of its own in one")
        }
      }
    }
    return count == 0 ? found + ["Sources/Modeling: no model or metric found"] : found
  }

  /// Types that a file declares or extends to conform to a protocol.
  static func conformers(to name: String, in file: SourceFile) -> [String] {
    file.bareCode.matches(of: /\b(?:struct|enum|class|actor|extension)\s+(\w+)\s*(?:<[^>{]*>)?\s*:\s*([^{]*)\{/)
      .filter { $0.output.2.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).contains(name[...]) }
      .map { String($0.output.1) }
  }

  static func declaredTypes(in file: SourceFile) -> [String] {
    file.bareCode.matches(of: /\b(?:struct|enum|class|actor|protocol|typealias)\s+([A-Za-z_]\w*)/)
      .map { String($0.output.1) }.filter { $0 != "func" && $0 != "var" && $0 != "let" }
  }

  static func mentions(_ word: String, in file: SourceFile?) -> Bool {
    guard let file else { return false }
    return file.bareCode.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).contains(word[...])
  }

  private static func mainFiles(below folder: String, in files: [SourceFile]) -> [SourceFile] {
    files.filter { $0.path.hasPrefix(folder) && !$0.name.contains("+") }
  }

  private static func missingTest(_ path: String, of file: SourceFile, in files: [SourceFile]) -> [String] {
    files.contains { $0.path == path } ? [] : ["\(file.path): has no test \(path)"]
  }
}
