import Computation

/// How much a column tells of the class, in nats: 0 where they are independent (Shannon 1948).
package enum MutualInformation {
  /// Of two lists of classes: Σ p(a, b) ln (p(a, b) / (p(a) p(b))) over the shares of rows. Few rows for many classes make
  /// it too large. Requires lists of one length, not empty. O(n · log n).
  package static func discrete(_ a: OutcomeClasses, _ b: OutcomeClasses) -> Double {
    precondition(a.places.count == b.places.count && !a.places.isEmpty, "two lists of one length")
    let count = Double(a.places.count)
    let width = b.values.count
    let (ofA, ofB) = (a.counts, b.counts)
    var sum = 0.0
    let cells = zip(a.places, b.places).map { $0 * width + $1 }.sorted()
    var start = 0
    while start < cells.count {
      var end = start
      while end < cells.count, cells[end] == cells[start] { end += 1 }
      let both = Double(end - start)
      let expected = Double(ofA[cells[start] / width]) * Double(ofB[cells[start] % width])
      sum += both / count * Logarithm.of(both * count / expected)
      start = end
    }
    return max(0, sum)
  }

  /// Of numbers and classes, by nearest neighbours (Ross 2014, "Mutual Information between Discrete and Continuous Data
  /// Sets", equation 2): ψ(n) + mean ψ(k) − mean ψ(nᵢ) − mean ψ(mᵢ), where nᵢ rows have the class of row i and mᵢ rows of
  /// any class, itself among them, lie nearer than its k-th neighbour of that class; below 0 counts as 0. k is smaller in
  /// a class of few rows, and a row alone in its class is left out. ψ stands for whole numbers only, where it is a
  /// harmonic number less a constant that cancels. Values of which many are equal are classes: use `discrete`.
  /// Requires lists of one length and at least one neighbour. O(n · (k + log n)).
  package static func continuous(_ values: [Double], _ classes: OutcomeClasses, neighbours: Int = 3) -> Double {
    precondition(values.count == classes.places.count && neighbours >= 1, "lists of one length, a neighbour")
    var groups = [[Double]](repeating: [], count: classes.values.count)
    for (value, place) in zip(values, classes.places) { groups[place].append(value) }
    groups = groups.filter { $0.count > 1 }.map { $0.sorted() }
    let all = groups.joined().sorted()
    guard !all.isEmpty else { return 0 }
    var harmonic = [0.0]
    for number in 1...all.count { harmonic.append(harmonic[number - 1] + 1 / Double(number)) }
    var sum = 0.0
    for group in groups {
      let k = min(neighbours, group.count - 1)
      for place in group.indices {
        // The next smaller number: only what is nearer counts.
        let radius = max(0, distance(toNeighbour: k, of: place, in: group).nextDown)
        let near = count(in: all, within: radius, of: group[place])
        sum += harmonic[k - 1] - harmonic[group.count - 1] - harmonic[near - 1]
      }
    }
    return max(0, harmonic[all.count - 1] + sum / Double(all.count))
  }

  /// From one of sorted values to its k-th nearest other.
  private static func distance(toNeighbour k: Int, of place: Int, in values: [Double]) -> Double {
    var (below, above) = (place - 1, place + 1)
    var distance = 0.0
    for _ in 0..<k {
      let left = below >= 0 ? values[place] - values[below] : .infinity
      let right = above < values.count ? values[above] - values[place] : .infinity
      distance = min(left, right)
      if left <= right { below -= 1 } else { above += 1 }
    }
    return distance
  }

  private static func count(in sorted: [Double], within radius: Double, of value: Double) -> Int {
    firstIndex(in: sorted) { $0 > value && $0 - value > radius } - firstIndex(in: sorted) { value - $0 <= radius }
  }

  /// The first index at which the condition holds, which holds for all after it.
  private static func firstIndex(in sorted: [Double], _ condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
