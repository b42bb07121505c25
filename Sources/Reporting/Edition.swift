import Analysis
import Charting
import Vocabulary

/// One report to be written: what was found, and how this business speaks of it.
struct Edition: Sendable {
  let findings: Findings
  let pseudonym: @Sendable (String) -> String
  let place: Place
  /// Every number with an id, page by page.
  let numbers: [ReportNumber]
  let numberIDs: Set<NumberID>

  init(findings: Findings, pseudonym: @escaping @Sendable (String) -> String, place: Place = .alone) {
    self.findings = findings
    self.pseudonym = pseudonym
    self.place = place
    numbers = NumberCatalogue.numbers(of: findings, pseudonym: pseudonym)
    numberIDs = Set(numbers.map(\.id))
  }

  var client: String { Names.shown(findings.client) }

  /// The facts that stand in the head of every page.
  func facts(_ own: [FactView]) -> [FactView] {
    var facts = own
    facts.append(FactView(phrase("Data up to"), dataUpTo))
    if let currency = findings.currency { facts.append(FactView(phrase("Currency"), currency.code)) }
    return facts
  }

  /// The as-of day, and the sources that end earlier.
  private var dataUpTo: String {
    let late = findings.dataQuality.sources.filter { $0.endsEarly(asOf: findings.asOf) }.sorted { $0.last < $1.last }
    var text = Dates.day(findings.asOf)
    for source in late.prefix(2) {
      text += ", " + phrase("{source} to {day}", ["source": source.shownName, "day": Dates.short(source.last)])
    }
    if late.count > 2 {
      text += ", " + phrase("{count} more ends earlier", "{count} more end earlier", of: late.count - 2)
    }
    return text
  }

  /// Draws a chart; its problems are faults of the program and name the figure.
  static func draw(_ chart: some Chart) throws(ReportingError) -> Figure {
    do throws(ChartProblem) {
      return try chart.draw()
    } catch {
      throw .chart(error.description)
    }
  }

  /// The plots of a table that the section lays out itself.
  static func column(of chart: ChannelReturn) throws(ReportingError) -> ChannelReturn.Column {
    do throws(ChartProblem) {
      return try chart.column()
    } catch {
      throw .chart(error.description)
    }
  }

  static func column(of chart: RiskList) throws(ReportingError) -> [String] {
    do throws(ChartProblem) {
      return try chart.column()
    } catch {
      throw .chart(error.description)
    }
  }
}
