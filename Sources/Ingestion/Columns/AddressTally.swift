import Vocabulary

/// How many cells of a column hold something else where addresses or telephone numbers stand: a spreadsheet makes
/// `4.47700E+11` of a number. The rows are kept without them, so that the file must say so.
struct AddressTally: Sendable {
  private let columns: [(index: Int, name: String, holdsPhones: Bool)]
  private var counts: [Int]
  /// The first lines of each.
  private var lines: [[Int]]

  /// Columns that the table has not are left out.
  init(_ header: Header, _ indices: [Int?], phones: [Int?] = []) {
    columns =
      indices.compactMap { $0 }.map { ($0, header.names[$0], false) }
      + phones.compactMap { $0 }.map { ($0, header.names[$0], true) }
    counts = Array(repeating: 0, count: columns.count)
    lines = Array(repeating: [], count: columns.count)
  }

  mutating func survey(_ record: RawRecord) {
    for place in columns.indices {
      let index = columns[place].index
      guard !BlankText.isMissing(record[index]) else { continue }
      let isRead =
        columns[place].holdsPhones
        ? PhoneNumber(record.text(index)) != nil : AddressTally.holdsAddressOrNone(record, index)
      guard !isRead else { continue }
      counts[place] += 1
      if counts[place] <= AddressTally.shownLines { lines[place].append(record.line) }
    }
  }

  /// `things`: what the rows are, "deals".
  func notes(_ things: String) -> [String] {
    columns.indices.filter { counts[$0] > 0 }.map { place in
      let count = counts[place]
      let shown = lines[place].map(String.init).joined(separator: ", ") + (count > AddressTally.shownLines ? " …" : "")
      let thing = columns[place].holdsPhones ? "telephone number of one person" : "e-mail address"
      return
        "\(count) \(count == 1 ? "cell" : "cells") of \"\(columns[place].name)\" \(count == 1 ? "holds" : "hold") no "
        + "\(thing) (line \(shown)): the \(things) are kept without it and join nobody by it"
    }
  }

  /// The first address of a cell; nil for an empty one and for anything else.
  static func address(_ record: RawRecord, _ column: Int?) -> EmailAddress? {
    (try? PersonalCell.firstEmail(record, column, name: "")) ?? nil
  }

  /// Who says that there is none (`guest`) says nothing that would be missed.
  private static func holdsAddressOrNone(_ record: RawRecord, _ column: Int) -> Bool {
    do {
      _ = try PersonalCell.firstEmail(record, column, name: "")
      return true
    } catch {
      return false
    }
  }

  private static let shownLines = 3
}
