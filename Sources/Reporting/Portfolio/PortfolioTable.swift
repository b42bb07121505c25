import Analysis
import Charting
import Vocabulary

/// All clients in one table, for machines.
enum PortfolioTable {
  static func numbers(_ portfolio: Portfolio) -> NumbersTable {
    let labels = AttentionRule.measures.map { PortfolioWording.label($0, nil) }
    let figures = labels.flatMap { label in
      [
        label, phrase("{figure}, week before", ["figure": label]),
        phrase("{figure}, usual range from", ["figure": label]), phrase("{figure}, usual range to", ["figure": label]),
      ]
    }
    return NumbersTable(
      caption: phrase("Clients"),
      columns: [
        .text(phrase("Client")), .text(phrase("Folder")), .text(phrase("Week")), .text(phrase("Currency")),
      ] + figures.map(NumbersTable.Column.number) + [
        .text(phrase("Data")), .text(phrase("Attention")), .text(phrase("Alerts")),
      ],
      rows: portfolio.clients.map { row($0, portfolio.week) })
  }

  private static func row(_ client: Portfolio.Client, _ week: ReportWeek?) -> [NumbersTable.Cell] {
    let record = client.record
    let figures = AttentionRule.measures.flatMap { measure -> [NumbersTable.Cell] in
      guard let currency = record?.currency, let figure = record?.figure(measure) else {
        return Array(repeating: .missing, count: 4)
      }
      let format = measure.quantity(currency).chartFormat
      let range = figure.usualRange
      return [
        .number(figure.value, format), .number(figure.previous, format), .low(range?.low, format),
        .high(range?.high, format),
      ]
    }
    return [
      .text(client.name), .text(client.folder), .text(record.map { "\($0.week)" } ?? ""),
      .text(record?.currency?.code ?? ""),
    ] + figures + [
      .text(PortfolioWording.data(client).word), .text(client.attention.rawValue),
      .text(PortfolioWording.alerts(client, week).joined(separator: " ")),
    ]
  }
}
