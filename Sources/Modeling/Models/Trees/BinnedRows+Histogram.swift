extension BinnedRows {
  typealias Cell = DerivativeSums.Cell

  /// For each bin of each column, the sum over these rows' derivatives.
  ///
  /// A few rows at a time, four columns at a time: codes, rows and cells then stay near the processor.
  func histogram(_ rows: ArraySlice<Int32>, _ pairs: [DerivativeSums.Pair], _ countBits: Int64) -> [Cell] {
    var cells = [Cell](repeating: .zero, count: offsets[columns])
    let few = 128
    withUnsafeTemporaryAllocation(of: Cell.self, capacity: few) { added in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: few) { starts in
        cells.withUnsafeMutableBufferPointer { cells in
          rows.withUnsafeBufferPointer { rows in
            pairs.withUnsafeBufferPointer { pairs in
              rowCodes.withUnsafeBufferPointer { codes in
                guard let cells = cells.baseAddress, let codes = codes.baseAddress else { return }
                for start in stride(from: 0, to: rows.count, by: few) {
                  let count = min(few, rows.count - start)
                  // The first column alone: what must be fetched from afar is asked for in close succession.
                  for place in 0..<count {
                    let row = Int(rows[start &+ place])
                    added[place] = DerivativeSums.cell(pairs[row], countBits)
                    starts[place] = row &* columns
                    cells[Int(codes[row &* columns])] &+= added[place]
                  }
                  add(added, starts, count, codes, to: cells)
                }
              }
            }
          }
        }
      }
    }
    return cells
  }

  /// All columns but the first.
  @inline(__always)
  private func add(
    _ added: UnsafeMutableBufferPointer<Cell>, _ starts: UnsafeMutableBufferPointer<Int>, _ count: Int,
    _ codes: UnsafePointer<UInt8>, to cells: UnsafeMutablePointer<Cell>
  ) {
    var column = 1
    while column &+ 4 <= columns {
      let (a, b) = (cells + offsets[column], cells + offsets[column &+ 1])
      let (c, d) = (cells + offsets[column &+ 2], cells + offsets[column &+ 3])
      for place in 0..<count {
        let cell = added[place]
        let code = codes + (starts[place] &+ column)
        a[Int(code[0])] &+= cell
        b[Int(code[1])] &+= cell
        c[Int(code[2])] &+= cell
        d[Int(code[3])] &+= cell
      }
      column &+= 4
    }
    while column < columns {
      let a = cells + offsets[column]
      for place in 0..<count { a[Int(codes[starts[place] &+ column])] &+= added[place] }
      column &+= 1
    }
  }
}
