import Computation

/// Greedy k-means++: each next centre is the best of 2 + ⌊ln k⌋ rows drawn in proportion to their squared distance to
/// the centres so far (Arthur and Vassilvitskii 2007, section 2 and the remark on several trials).
///
/// All trials of a step are measured in one pass over the rows. A row is left out when no trial can be nearer to it than
/// its centre, because the trial is at least twice as far from that centre as the row is (Raff 2021, section 3.1).
/// O(n · k · d · ln k) at worst.
struct PlusPlus {
  private static let chunk = 4_096

  private let rows: Matrix
  private let workers: Workers
  private var chosen: [Int] = []
  /// For each row the place in `chosen` of its nearest centre, and the squared distance to it.
  private var labels: [Int32]
  private var squares: [Double]
  /// Σ of `squares` for each chunk.
  private var masses: [Double] = []

  static func centres(
    _ count: Int, of rows: Matrix, using generator: inout SeededGenerator, on workers: Workers
  ) -> Matrix {
    let trials = 2 + Int(Logarithm.of(Double(count)))
    var seeding = PlusPlus(rows, workers)
    seeding.choose(generator.integer(below: rows.rows))
    while seeding.chosen.count < count {
      let candidates = (0..<trials).map { _ in seeding.draw(using: &generator) }
      seeding.choose(seeding.best(of: candidates))
    }
    return rows.selecting(rows: seeding.chosen)
  }

  private init(_ rows: Matrix, _ workers: Workers) {
    self.rows = rows
    self.workers = workers
    labels = [Int32](repeating: 0, count: rows.rows)
    squares = [Double](repeating: .infinity, count: rows.rows)
  }

  /// A row in proportion to its squared distance: first its chunk, then its place there.
  private func draw(using generator: inout SeededGenerator) -> Int {
    let start = generator.index(weights: masses) * Self.chunk
    return start + generator.index(weights: Array(squares[start..<min(start + Self.chunk, rows.rows)]))
  }

  /// The candidate that would leave the least sum of squared distances, the first of equal ones.
  private func best(of candidates: [Int]) -> Int {
    let packed = PackedCentres(rows.selecting(rows: candidates))
    let near = nearest(of: packed)
    let parts = workers.map(rows.rows, chunksOf: Self.chunk) { range in
      rows.values.withUnsafeBufferPointer { values -> [PackedCentres<Double>.Lanes] in
        var sums = [PackedCentres<Double>.Lanes](repeating: .zero, count: packed.groups)
        guard let start = values.baseAddress else { return sums }
        for row in range {
          let own = PackedCentres<Double>.Lanes(repeating: squares[row])
          let isFar = squares[row] <= near[Int(labels[row])]
          for group in 0..<packed.groups {
            if isFar { sums[group] += own; continue }
            let trial = packed.squares(to: start + row * rows.columns, group: group)
            sums[group] += own.replacing(with: trial, where: trial .< own)
          }
        }
        return sums
      }
    }
    var best = (candidate: candidates[0], sum: Double.infinity)
    for (index, candidate) in candidates.enumerated() {
      let (group, lane) = index.quotientAndRemainder(dividingBy: PackedCentres<Double>.Lanes.scalarCount)
      let sum = parts.reduce(0) { $0 + $1[group][lane] }
      if sum < best.sum { best = (candidate, sum) }
    }
    return best.candidate
  }

  /// Adds a centre and gives it the rows that are nearer to it than to their own.
  private mutating func choose(_ candidate: Int) {
    let near = nearest(of: PackedCentres(rows.selecting(rows: [candidate])))
    let label = Int32(chosen.count)
    chosen.append(candidate)
    let rows = rows
    let workers = workers
    masses = labels.withUnsafeMutableBufferPointer { labels in
      squares.withUnsafeMutableBufferPointer { squares in
        // Each row is read and written by the one worker that has its chunk.
        nonisolated(unsafe) let (labels, squares) = (labels, squares)
        return workers.map(rows.rows, chunksOf: Self.chunk) { range in
          rows.values.withUnsafeBufferPointer { values -> Double in
            guard let start = values.baseAddress else { return 0 }
            var mass = 0.0
            for row in range {
              if label == 0 || squares[row] > near[Int(labels[row])] {
                let square = SquaredDistance.between(
                  start + row * rows.columns, start + candidate * rows.columns, columns: rows.columns)
                if square < squares[row] { (squares[row], labels[row]) = (square, label) }
              }
              mass += squares[row]
            }
            return mass
          }
        }
      }
    }
  }

  /// For each centre so far a quarter of the squared distance to the nearest candidate, less what rounding can make of
  /// it: a row within that keeps its centre.
  private func nearest(of packed: PackedCentres<Double>) -> [Double] {
    chosen.map { row in
      let centre = Array(rows.row(row))
      let square = (0..<packed.groups).map { packed.squares(to: centre, group: $0).min() }.min() ?? 0
      return square * 0.25 * (1 - 0x1p-40)
    }
  }
}
