import Vocabulary

/// Why a whole file cannot be read. One bad row is no error but a `RejectedRow`.
///
/// The wording names the file, the line and the column, and never a cell: a cell may hold personal data.
package enum IngestionError: Error, Hashable, Sendable {
  case unopenable(file: String, reason: String)
  case empty(file: String)
  case foreign(file: String, kind: String, advice: String)
  case unsafeArchive(file: String, found: String)
  case damagedArchive(file: String, found: String)
  case beyondLimit(file: String, found: String, limit: String)
  case invalidText(file: String, encoding: String, line: Int, byte: Int)
  /// The last character lacks bytes.
  case cutText(file: String, encoding: String, line: Int)
  case undecodable(file: String, line: Int, byte: Int)
  /// UTF-8 but for one place.
  case damagedText(file: String, line: Int, byte: Int)
  case binary(file: String, line: Int)
  case unclosedQuote(file: String, line: Int)
  case malformedXML(file: String, line: Int)
  /// `byte`: from 0, of the file; in an encoding other than UTF-8 as if it were written in that.
  case malformedJSON(file: String, line: Int, byte: Int, fault: JSONFault)
  case documentType(file: String)
  case reportedFailure(file: String)
  /// `place`: the sheet and row or the part inside the file, "" for the whole.
  case damagedWorkbook(file: String, place: String, found: String, expected: String)
  case unrecognised(file: String, kind: String?)
  /// A mapping has most of its columns in the table, and not all that it needs. `absent`: those that the table has not.
  case nearMapping(file: String, mapping: String, absent: [String])
  /// Known, and not to be read by a mapping either.
  case leftOut(file: String, kind: String, advice: String)
  /// Mappings that fit the table equally well.
  case rivalMappings(file: String, names: [String])
  /// Below the table that a mapping reads begins one of other columns. `line`: of its header.
  case stackedTables(file: String, line: Int)
  /// Columns that a mapping reads and others of the same names, which differ. `line`: the first in which they do.
  case repeatedHeaders(file: String, columns: [String], line: Int)
  /// A mapped column that names the first row of each group alone. `line`: the first row without a name.
  case sparseLabels(file: String, column: String, line: Int, empty: Int, rows: Int)
  case noSuchTable(file: String, table: Int, count: Int)
  case unreadPeriod(file: String, line: Int)
  /// A report that compares periods, of whose rows it is not known which they are of. `column`: the one that should say
  /// so, nil where there is none. `line`: the first such row.
  case unreadComparison(file: String, column: String?, line: Int)
  case ambiguousNumbers(file: String, column: String, line: Int)
  case contradictoryNumbers(file: String, column: String, dotLine: Int, commaLine: Int)
  case ambiguousDates(file: String, column: String, line: Int)
  /// Dates whose year has two figures, so that they may be read in several orders.
  case shortYears(file: String, column: String, line: Int)
  case contradictoryDates(file: String, column: String, dayFirstLine: Int, monthFirstLine: Int)
  /// A spreadsheet has made dates of some cells and left others as text. `line`: of the first date.
  case turnedDates(file: String, column: String, line: Int)
  /// The amounts bear a mark that is none of the declared currency's. `mapping`: the one that declares it, nil for the
  /// options.
  case contradictoryCurrency(
    file: String, column: String, line: Int, mark: String, declared: Currency, mapping: String?)
  case unknownLocale(file: String, locale: String)
  case unnamedState(file: String)
  /// Orders of which none says whether it was paid.
  case unstatedPayment(file: String)
  case totalTooLarge(file: String, metric: TotalMetric)
}

extension IngestionError: CustomStringConvertible {
  /// *where: what was found; what was expected; what to do*, on one line.
  package var description: String {
    switch self {
    case .unopenable(let file, let reason):
      say(file, "cannot be opened (\(reason))", "a file that can be read", "check its name and its permissions")
    case .empty(let file):
      say(file, "nothing in it", "an export with a header", "export the report again")
    case .foreign(let file, let kind, let advice):
      say(
        file, "\(kind)", "a CSV, TSV, JSON, XML, HTML or XLSX export, or one in gzip, bzip2 or a zip archive",
        advice)
    case .unsafeArchive(let file, let found):
      say(
        file, found, "an archive of plain exports with plain names",
        "unpack it where it came from and hand over the exports")
    case .damagedArchive(let file, let found):
      say(file, found, "a whole archive", "download or copy it again")
    case .beyondLimit(let file, let found, let limit):
      say(file, found, "at most \(limit)", "check that this is the export it should be, or split it")
    case .invalidText(let file, let encoding, let line, let byte):
      say(
        "\(shown(file)):\(line)", "byte \(byte) of the file is not \(encoding)", "\(encoding) throughout",
        "export it again, or save it as UTF-8")
    case .cutText(let file, let encoding, let line):
      say(
        "\(shown(file)):\(line)", "the end of the file in the middle of a character", "\(encoding) to the end",
        "export or copy it again, the file is cut")
    case .undecodable(let file, let line, let byte):
      say(
        "\(shown(file)):\(line)", "letters as Excel saves them in a plain CSV (byte \(byte) of the file is not UTF-8)",
        "UTF-8, or to be told in which language it was saved",
        "add --locale de for one from a German Excel, and so en, fr, es, pl, ru, ja … (their code pages, such as "
          + "windows-1252, differ), or save it as \"CSV UTF-8\"")
    case .damagedText(let file, let line, let byte):
      say(
        "\(shown(file)):\(line)", "a damaged letter in a file that is UTF-8 otherwise (byte \(byte) of the file)",
        "UTF-8 throughout", "export or download it again, or correct the letter in line \(line) and save it as UTF-8")
    case .binary(let file, let line):
      say("\(shown(file)):\(line)", "zero bytes", "text", "export the report again")
    case .unclosedQuote(let file, let line):
      say(
        "\(shown(file)):\(line)", "a quotation mark that is never closed", "its partner before the end of the file",
        "export it again, the file is cut or damaged")
    case .malformedXML(let file, let line):
      say(
        "\(shown(file)):\(line)", "XML that is not well-formed", "well-formed XML",
        "export it again, the file is cut or damaged")
    case .malformedJSON(let file, let line, let byte, let fault):
      say(
        "\(shown(file)):\(line)", "\(fault.rawValue), byte \(byte) of the file", "JSON (RFC 8259)",
        "export it again, the file is cut or damaged")
    case .documentType(let file):
      say(
        file, "a document type declaration (DTD)", "XML without one",
        "remove the declaration or export it again; no export needs it")
    case .reportedFailure(let file):
      say(
        file, "an error message of the tool instead of a report", "a report",
        "see what the message says and export it again")
    case .damagedWorkbook(let file, let place, let found, let expected):
      say(
        place.isEmpty ? file : "\(shown(file)): \(place)", found, expected,
        "open it in a spreadsheet program and save it again, or export the report as CSV")
    case .unrecognised: description(advising: "`fairlead inspect` says what is in it and what to do")
    case .nearMapping(let file, let mapping, let absent):
      say(
        file,
        "no column \(absent.map(shown).joined(separator: ", ")), though the mapping \"\(shown(mapping))\" names "
          + (absent.count == 1 ? "it" : "them"),
        "all columns that the mapping cannot do without",
        "correct the \(absent.count == 1 ? "name" : "names") in the mapping or in the export; "
          + "`fairlead inspect` lists the file's columns")
    case .leftOut(let file, let kind, let advice):
      say(file, kind, "a report that `fairlead inspect --formats` lists", advice)
    case .rivalMappings(let file, let names):
      say(
        file, "a table that the mappings \(names.map { "\"\($0)\"" }.joined(separator: " and ")) fit equally well",
        "one mapping that fits best",
        "add `files: \"\(shown(FileNames.pattern(for: file)))\"` to the mapping that is for files of such names, or mark a "
          + "column that only the other's table has with `required: true`")
    case .stackedTables(let file, let line):
      say(
        "\(shown(file)):\(line)", "the header of another table, with other columns than the one above",
        "one table in a file", "put each table into a file of its own")
    case .repeatedHeaders(let file, let columns, let line):
      say(
        "\(shown(file)):\(line)",
        "\(columns.count == 1 ? "column" : "columns") \(columns.map { "\"\(shown($0))\"" }.joined(separator: ", ")) "
          + "\(columns.count == 1 ? "stands" : "stand") twice, with other cells",
        "one column of each name that the mapping reads", "give the two different names, or take one out")
    case .sparseLabels(let file, let column, let line, let empty, let rows):
      say(
        "\(shown(file)):\(line)",
        "column \"\(shown(column))\" is empty in \(empty) of \(rows) rows, below rows that name one",
        "the name in each row", SparseLabels.advice)
    case .noSuchTable(let file, let table, let count):
      say(
        file, "no table \(table)", count == 1 ? "table 1, the only one" : "a table from 1 to \(count)",
        "choose one with --table")
    case .unreadPeriod(let file, let line):
      say(
        "\(shown(file)):\(line)", "a period that cannot be read",
        "a first and a last day, such as \"January 20, 2026 - January 21, 2026\"",
        "add the column Day to the report and export it again")
    case .unreadComparison(let file, let column, let line):
      say(
        "\(shown(file)):\(line)",
        column.map { "a period in \"\(shown($0))\" that cannot be read" }
          ?? "a comparison of periods, and no column that says of which one each row is",
        "a first and a last day in each row, such as \"Sep 1 - Sep 28, 2026\"",
        "export each of the periods by itself, without comparison")
    case .ambiguousNumbers(let file, let column, let line):
      say(
        "\(shown(file)):\(line)", "numbers in \"\(shown(column))\" that read both as thousands and as decimals",
        "a column that tells, or a declared locale", "name it, for example --locale de or --locale en")
    case .contradictoryNumbers(let file, let column, let dotLine, let commaLine):
      say(
        file, "\"\(shown(column))\" has a decimal point in line \(dotLine) and a decimal comma in line \(commaLine)",
        "one way of writing numbers in a column", "export the report again, the file was edited")
    case .ambiguousDates(let file, let column, let line):
      say(
        "\(shown(file)):\(line)", "dates in \"\(shown(column))\" that read both day first and month first",
        "a date that tells, or a declared order", "name it: --date-order dmy or --date-order mdy")
    case .shortYears(let file, let column, let line):
      say(
        "\(shown(file)):\(line)", "dates in \"\(shown(column))\" that have two figures for the year",
        "a declared order, by which 26 is the year 2026", "name it: --date-order dmy, mdy or ymd")
    case .contradictoryDates(let file, let column, let dayFirst, let monthFirst):
      say(
        file, "\"\(shown(column))\" has the day first in line \(dayFirst) and the month first in line \(monthFirst)",
        "one order in a column", "export the report again, the file was edited")
    case .turnedDates(let file, let column, let line):
      say(
        "\(shown(file)):\(line)",
        "dates in \"\(shown(column))\" that a spreadsheet has partly turned round: days up to 12 have become dates, "
          + "most likely with day and month swapped, and later days are left as text",
        "dates as they were exported",
        "export the report again and do not open it, or format the column as text before the dates come in")
    case .contradictoryCurrency(let file, let column, let line, let mark, let declared, .some(let mapping)):
      say(
        "\(shown(file)):\(line)", "amounts in \"\(shown(column))\" written with \(mark)",
        "amounts in \(declared), as the mapping \"\(shown(mapping))\" says",
        "correct the currency in the mapping, such as `currency: "
          + "\(AmountText.sharers(ofMark: mark)?.first ?? declared)`, or the export")
    case .contradictoryCurrency(let file, let column, let line, let mark, let declared, .none):
      say(
        "\(shown(file)):\(line)", "amounts in \"\(shown(column))\" written with \(mark)",
        "amounts in \(declared), as --currency or fairlead.yml says",
        "name the file's own currency, such as --currency \(AmountText.sharers(ofMark: mark)?.first ?? declared)")
    case .unknownLocale(let file, let locale):
      say(file, "--locale \(shown(locale))", "a language such as en, de or pt-BR", "correct the option")
    case .unnamedState(let file):
      say(
        file, "members of an audience, and no word of their state",
        "\"subscribed\", \"unsubscribed\", \"nonsubscribed\" or \"cleaned\" in the file's name",
        "give the file the name back under which it was exported")
    case .unstatedPayment(let file):
      say(
        file, "orders without a financial status, so that none is known to be paid",
        "paid, pending, refunded or another status with each order", "export the orders again with all columns")
    case .totalTooLarge(let file, let metric):
      say(
        file, "\(metric.rawValue) that add up to more than nine trillion", "sums below that",
        "look for a damaged column")
    }
  }

  /// With `advice` in the place of the hint at `inspect`, by who has looked into the file.
  package func description(advising advice: String) -> String {
    guard case .unrecognised(let file, let kind) = self else { return description }
    return say(
      file, kind ?? "no report known here",
      "a report that `fairlead inspect --formats` lists, or a table that a mapping file describes", advice)
  }

  /// The file the error is about.
  package var file: String {
    switch self {
    case .unopenable(let file, _), .empty(let file), .foreign(let file, _, _), .unsafeArchive(let file, _),
      .damagedArchive(let file, _), .beyondLimit(let file, _, _), .invalidText(let file, _, _, _),
      .cutText(let file, _, _),
      .undecodable(let file, _, _), .damagedText(let file, _, _), .binary(let file, _), .unclosedQuote(let file, _),
      .malformedXML(let file, _),
      .malformedJSON(let file, _, _, _), .documentType(let file), .reportedFailure(let file),
      .damagedWorkbook(let file, _, _, _),
      .unrecognised(let file, _), .nearMapping(let file, _, _), .leftOut(let file, _, _),
      .rivalMappings(let file, _), .stackedTables(let file, _), .repeatedHeaders(let file, _, _),
      .sparseLabels(let file, _, _, _, _), .noSuchTable(let file, _, _),
      .unreadPeriod(let file, _), .unreadComparison(let file, _, _), .ambiguousNumbers(let file, _, _),
      .contradictoryNumbers(let file, _, _, _),
      .ambiguousDates(let file, _, _), .shortYears(let file, _, _), .contradictoryDates(let file, _, _, _),
      .turnedDates(let file, _, _), .contradictoryCurrency(let file, _, _, _, _, _), .unknownLocale(let file, _),
      .unnamedState(let file), .unstatedPayment(let file), .totalTooLarge(let file, _):
      file
    }
  }

  private func say(_ place: String, _ found: String, _ expected: String, _ advice: String) -> String {
    "\(shown(place)): \(found); expected \(expected); \(advice)"
  }

  /// File names and headers are input too: no control character of theirs reaches a terminal.
  private func shown(_ text: String) -> String {
    let kept = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "�" : Character($0) }
    return String(kept.prefix(200))
  }
}
