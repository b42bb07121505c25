import Computation

/// Grows one tree by the largest fall of impurity (Breiman, Friedman, Olshen and Stone 1984, sections 4.3 and 8.4), on
/// exact splits between neighbouring values.
///
/// The impurity is the variance of the targets. For targets 0 and 1 that is half of Gini's, so one growth does for
/// both.
struct ImpurityGrowth {
  let columns: RankedColumns
  /// One for each row: 1 where the event happened and 0 elsewhere, or numbers with a mean of about 0.
  let targets: [Double]
  /// How often each row counts; rows that count 0 times are not there.
  let weights: [Int32]
  /// Rows, not weights.
  let minimumLeafRows: Int
  let maximumDepth: Int
  /// How many columns that vary are tried at a node; all if nil.
  let triedColumns: Int?
  /// What a leaf says of the weighted sum of its targets and its weight.
  let leafValue: (Double, Double) -> Double

  struct Split {
    let feature: Int
    /// Rows with a rank at most this go to the child for yes.
    let rank: Int32
    let next: Int32
    let purity: Double
  }

  /// Weighted sum of targets, and weight.
  typealias Sums = SIMD2<Double>
  /// Target, and weight.
  typealias Outcome = SIMD2<Double>

  @inline(__always)
  static func sums(_ outcome: Outcome) -> Sums { Sums(outcome.x * outcome.y, outcome.y) }

  private struct Open {
    let node: Int
    let range: Range<Int>
    let depth: Int
  }

  /// `generator` draws the columns tried at each node.
  func grow(using generator: inout SeededGenerator) -> Tree {
    var members = Members(weights.indices.filter { weights[$0] > 0 }, targets, weights)
    let whole = members.sums(0..<members.count).total
    var tree = Tree(value: leafValue(whole.x, whole.y), cover: whole.y)
    var open = [Open(node: 0, range: 0..<members.count, depth: 0)]
    var order = Array(0..<columns.columns)
    var search = ImpuritySearch(columns: columns, minimumLeafRows: minimumLeafRows, most: members.count)
    while let now = open.popLast() {
      let (total, varies) = members.sums(now.range)
      if !varies || now.depth >= maximumDepth || now.range.count < 2 * minimumLeafRows { continue }
      guard let split = best(now.range, members, total, &order, &search, &generator) else { continue }
      let (middle, yes) = members.part(now.range, by: split, columns)
      let no = total - yes
      let values = columns.values[split.feature]
      let child = tree.split(
        now.node, feature: split.feature,
        threshold: Tree.threshold(between: values[Int(split.rank)], and: values[Int(split.next)]),
        yes: Tree.Leaf(value: leafValue(yes.x, yes.y), cover: yes.y),
        no: Tree.Leaf(value: leafValue(no.x, no.y), cover: no.y))
      open.append(Open(node: child + 1, range: middle..<now.range.upperBound, depth: now.depth + 1))
      open.append(Open(node: child, range: now.range.lowerBound..<middle, depth: now.depth + 1))
    }
    return tree
  }

  private func best(
    _ range: Range<Int>, _ members: Members, _ total: Sums, _ order: inout [Int], _ search: inout ImpuritySearch,
    _ generator: inout SeededGenerator
  ) -> Split? {
    var best: Split?
    var tried = 0
    for place in order.indices {
      if let triedColumns {
        if tried == triedColumns { break }
        order.swapAt(place, place + generator.integer(below: order.count - place))
      }
      if search.ask(order[place], members, range, total, &best) { tried += 1 }
    }
    return best
  }
}

extension ImpurityGrowth {
  /// The rows of a tree, those of a node together, with the target and the weight of each.
  struct Members {
    private(set) var rows: [Int32]
    private(set) var outcomes: [Outcome]
    private var roomForRows: [Int32]
    private var roomForOutcomes: [Outcome]

    init(_ members: [Int], _ targets: [Double], _ weights: [Int32]) {
      rows = members.map { Int32($0) }
      outcomes = members.map { Outcome(targets[$0], Double(weights[$0])) }
      roomForRows = rows
      roomForOutcomes = outcomes
    }

    var count: Int { rows.count }

    func sums(_ range: Range<Int>) -> (total: Sums, varies: Bool) {
      var total = Sums.zero
      var varies = false
      for place in range {
        total += ImpurityGrowth.sums(outcomes[place])
        varies = varies || outcomes[place].x != outcomes[range.lowerBound].x
      }
      return (total, varies)
    }

    /// Rows that go to yes first, both sides in their order.
    mutating func part(_ range: Range<Int>, by split: Split, _ columns: RankedColumns) -> (middle: Int, yes: Sums) {
      let start = split.feature * columns.rows
      var yes = Sums.zero
      var (middle, rest) = (range.lowerBound, 0)
      for place in range {
        let (row, outcome) = (rows[place], outcomes[place])
        let isYes = columns.ranks[start + Int(row)] <= split.rank
        // Both are written and one is kept: no branch to guess.
        rows[middle] = row
        outcomes[middle] = outcome
        roomForRows[rest] = row
        roomForOutcomes[rest] = outcome
        yes += isYes ? ImpurityGrowth.sums(outcome) : .zero
        middle += isYes ? 1 : 0
        rest += isYes ? 0 : 1
      }
      for index in 0..<rest {
        rows[middle + index] = roomForRows[index]
        outcomes[middle + index] = roomForOutcomes[index]
      }
      return (middle, yes)
    }
  }
}
