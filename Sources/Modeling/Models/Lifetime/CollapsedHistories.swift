import Computation

/// Purchase histories with equal ones taken together and sorted, so that neither the order nor the number of customers
/// matters to a likelihood, only how many differ. Each row points to two moments, (x, tₓ) and (x, T); what a likelihood
/// has to say of a moment is worked out once for all rows that share it.
struct CollapsedHistories: Sendable {
  struct Moment: Sendable, Equatable {
    /// The row's x.
    let frequency: Double
    let time: Double
  }

  struct Row: Sendable, Equatable {
    /// Places of (x, tₓ) and (x, T) in `moments`.
    let last: Int32
    let end: Int32
    /// How many customers have this history.
    let customers: Double
  }

  /// Sorted by x, then tₓ, then T.
  private(set) var rows: [Row] = []
  private(set) var moments: [Moment] = []
  /// At k: how many customers bought more than k times again.
  private(set) var buyingMore: [Double]
  let customers: Double

  /// O(n) by sorting digits.
  init(_ histories: PurchaseHistories) {
    let columns = [histories.frequency, histories.recency, histories.age]
    let order = RadixSort.order(by: columns)
    var distinct: [[Double]] = [[], [], []]
    var counts: [Double] = []
    for (place, row) in order.enumerated() {
      if place > 0, columns.allSatisfy({ $0[row] == $0[order[place - 1]] }) {
        counts[counts.count - 1] += 1
      } else {
        for column in 0..<3 { distinct[column].append(columns[column][row]) }
        counts.append(1)
      }
    }
    self.init(sorted: distinct, counts: counts)
  }

  private init(sorted columns: [[Double]], counts: [Double]) {
    let (x, recency, age) = (columns[0], columns[1], columns[2])
    var last = [Int32](repeating: 0, count: x.count)
    var end = last
    moments = []
    for row in x.indices {
      if row == 0 || x[row] != x[row - 1] || recency[row] != recency[row - 1] {
        moments.append(Moment(frequency: x[row], time: recency[row]))
      }
      last[row] = Int32(moments.count - 1)
    }
    let byAge = RadixSort.order(by: [x, age])
    for (place, row) in byAge.enumerated() {
      if place == 0 || x[row] != x[byAge[place - 1]] || age[row] != age[byAge[place - 1]] {
        moments.append(Moment(frequency: x[row], time: age[row]))
      }
      end[row] = Int32(moments.count - 1)
    }
    rows = x.indices.map { Row(last: last[$0], end: end[$0], customers: counts[$0]) }
    customers = counts.reduce(0, +)
    // Customers by their x, then summed from the most frequent down.
    buyingMore = [Double](repeating: 0, count: Int(x.last ?? 0))
    for row in x.indices where x[row] > 0 { buyingMore[Int(x[row]) - 1] += counts[row] }
    for k in buyingMore.indices.dropLast().reversed() { buyingMore[k] += buyingMore[k + 1] }
  }

  /// Every so manyeth distinct history with its customers, at most about `limit`; nil where there are no more than that.
  func sample(atMost limit: Int) -> CollapsedHistories? {
    guard rows.count > limit else { return nil }
    let step = (rows.count + limit - 1) / limit
    let chosen = stride(from: step / 2, to: rows.count, by: step).map { rows[$0] }
    return CollapsedHistories(
      sorted: [
        chosen.map { moments[Int($0.last)].frequency }, chosen.map { moments[Int($0.last)].time },
        chosen.map { moments[Int($0.end)].time },
      ], counts: chosen.map(\.customers))
  }

  /// Σ over customers of ln(base (base + 1) … (base + x + more − 1)), and its slope in `base`: ln Γ(base + x + more)
  /// − ln Γ(base) without the loss of subtracting the two. O(largest x).
  func logRising(_ base: Double, more: Int = 0) -> (value: Double, slope: Double) {
    var value = 0.0
    var slope = 0.0
    for k in 0..<(buyingMore.count + more) {
      let factor = base + Double(k)
      let count = k < more ? customers : buyingMore[k - more]
      value += count * Logarithm.of(factor)
      slope += count / factor
    }
    return (value, slope)
  }

  var hasRepeats: Bool { !buyingMore.isEmpty }

  /// Σ x / Σ T over customers: purchases for each unit of time, not counting the first. Nil where nobody was watched.
  var purchaseRate: Double? {
    var (purchases, time) = (0.0, 0.0)
    for row in rows {
      purchases += row.customers * moments[Int(row.end)].frequency
      time += row.customers * moments[Int(row.end)].time
    }
    return time > 0 ? purchases / time : nil
  }

  var meanAge: Double {
    rows.reduce(0) { $0 + $1.customers * moments[Int($1.end)].time } / customers
  }
}
