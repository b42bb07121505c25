import Computation
import Foundation
import Modeling

/// The data that a peer reads too: little-endian doubles, row by row, as `model_data.py` writes them.
struct Table {
  let folder: String
  let rows: Int

  func numbers(_ name: String) throws -> [Double] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)-\(rows).f64"))
    return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  }

  func features() throws -> Matrix {
    let values = try numbers("features")
    return Matrix(rows: rows, columns: values.count / rows, values: values)
  }

  func examples() throws -> Examples {
    try Examples(features: features(), outcomes: numbers("outcomes").map { $0 > 0.5 })
  }
}
