import Analysis
import Foundation
import Vocabulary

/// The numbers of a published report, as its `numbers.json` has them.
struct PublishedNumbers {
  let asOf: Day
  let currency: Currency?
  let buildID: String
  /// In the order of the pages.
  let numbers: [PublishedNumber]

  init(folder: URL) throws {
    let file = folder.appending(path: "numbers.json")
    let path = file.path(percentEncoded: false)
    guard let data = try? Data(contentsOf: file) else {
      throw Failure(
        "\(path): no such file; expected the numbers of a report; run `fairlead build` or `fairlead report` first",
        .unusableData)
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: data), let asOf = Day(iso: content.asOf) else {
      throw Failure(
        "\(path): not the numbers of a report; expected the file as it was written; run `fairlead report` again")
    }
    self.asOf = asOf
    currency = content.currency.flatMap { Currency($0) }
    buildID = content.buildID
    numbers = content.numbers.compactMap(PublishedNumber.init)
  }

  /// Throws a failure that names the ids that are most like it.
  func number(_ id: String) throws -> PublishedNumber {
    if let found = numbers.first(where: { $0.number.id.description == id }) { return found }
    let near = NumberID.near(id, among: numbers.map(\.number.id)).map(\.description).joined(separator: ", ")
    throw Failure(
      "trace: no number \"\(id)\" in the report; expected one that `fairlead trace` lists"
        + (near.isEmpty ? "; build the report again" : ", such as \(near); correct the id"))
  }

  struct Content: Decodable {
    var asOf: String
    var currency: String?
    var buildID: String
    var numbers: [Entry]
  }

  struct Entry: Decodable {
    var id: String
    var text: String
    var value: Double
    var unit: String
    var measure: String
    var page: String?
    var first: String?
    var last: String?
    var channel: String?
    var subject: String?
    var detail: String?
    var run: String?
  }
}

/// A number with the words in which the report prints it.
struct PublishedNumber {
  let number: ReportNumber
  let text: String
  /// Nil for a number that only the files hold.
  let page: String?

  /// Nil where a later version wrote a measure that this one does not know.
  init?(_ entry: PublishedNumbers.Entry) {
    guard let unit = ReportNumber.Unit(rawValue: entry.unit),
      let measure = ReportNumber.Measure(rawValue: entry.measure)
    else { return nil }
    var window: DateWindow?
    if let first = entry.first.flatMap({ Day(iso: $0) }), let last = entry.last.flatMap({ Day(iso: $0) }) {
      window = DateWindow(first: first, last: last)
    }
    number = ReportNumber(
      NumberID(entry.id), entry.value, unit, measure, window: window,
      channel: entry.channel.flatMap { Channel(rawValue: $0) }, subject: entry.subject ?? "",
      detail: entry.detail ?? "", run: entry.run)
    text = entry.text
    page = entry.page
  }
}
