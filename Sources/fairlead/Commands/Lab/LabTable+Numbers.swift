import Foundation

extension LabTable {
  /// The numbers of a column, NaN where a cell is blank. Throws where the column holds text or a number below 0.
  func measures(of column: String) throws -> [Double] {
    guard case .numbers(let values) = columns[try index(of: column)] else {
      throw Failure(
        "\(name): \(column) holds text; expected numbers with a decimal point, and nothing between thousands; "
          + "correct the cells, or name another column", .unusableData)
    }
    if let row = values.firstIndex(where: { $0 < 0 }) {
      throw Failure(
        "\(name): \(column), data row \(row) (from 0): found a number below 0; expected 0 or more; correct the cell",
        .unusableData)
    }
    return values
  }

  /// As `measures(of:)`, and throws at the first blank cell.
  func fullMeasures(of column: String) throws -> [Double] {
    let values = try measures(of: column)
    if let row = values.firstIndex(where: { $0.isNaN }) {
      throw Failure(
        "\(name): \(column), data row \(row) (from 0): found no value; expected a number in each row; fill the cell, or "
          + "take the row out", .unusableData)
    }
    return values
  }
}
