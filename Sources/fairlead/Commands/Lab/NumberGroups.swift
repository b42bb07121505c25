import Foundation

/// Numbers as groups: each value its own where there are few, else fifths of about equal size.
struct NumberGroups {
  /// One for each number: `3`, `12…40`, or `(blank)` where there is none.
  let names: [String]

  /// NaN is blank.
  init(_ numbers: [Double], most: Int) {
    let sorted = numbers.filter { !$0.isNaN }.sorted()
    var distinct: [Double] = []
    for value in sorted where value != distinct.last {
      distinct.append(value)
      if distinct.count > most { break }
    }
    if distinct.count <= most {
      names = numbers.map { $0.isNaN ? "(blank)" : Self.short($0) }
      return
    }
    // The least and the largest value of each fifth; equal values stay together.
    var groups: [ClosedRange<Double>] = []
    var start = 0
    for fifth in 1...5 where start < sorted.count {
      var end = max(start + 1, fifth * sorted.count / 5)
      while end < sorted.count, sorted[end] == sorted[end - 1] { end += 1 }
      groups.append(sorted[start]...sorted[end - 1])
      start = end
    }
    names = numbers.map { number in
      guard let group = groups.first(where: { number <= $0.upperBound }) else { return "(blank)" }
      let ends = (Self.short(group.lowerBound), Self.short(group.upperBound))
      return ends.0 == ends.1 ? ends.0 : "\(ends.0)…\(ends.1)"
    }
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(format: "%.0f", number) : "\(number)"
  }
}
