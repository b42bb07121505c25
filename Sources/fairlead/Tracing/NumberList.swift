import Analysis
import Reporting

/// All numbers of a report, one a line.
struct NumberList {
  let published: PublishedNumbers

  init(_ published: PublishedNumbers) { self.published = published }

  func say(json: Bool) throws {
    guard !json else { return try Terminal.sayJSON(record) }
    let rows = published.numbers.map { [$0.number.id.description, $0.text, $0.number.measure.name] }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let id = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      let value = String(repeating: " ", count: widths[1] - row[1].count) + row[1]
      Terminal.say(Terminal.shown("\(id)  \(value)  \(row[2])"))
    }
  }

  private var record: Record {
    Record(
      asOf: "\(published.asOf)", buildID: published.buildID,
      numbers: published.numbers.map {
        Entry(
          id: $0.number.id.description, text: $0.text, value: $0.number.value, measure: $0.number.measure.rawValue,
          page: $0.page)
      })
  }

  private struct Record: Encodable {
    let asOf: String
    let buildID: String
    let numbers: [Entry]
  }

  private struct Entry: Encodable {
    let id: String
    let text: String
    let value: Double
    let measure: String
    let page: String?
  }
}
