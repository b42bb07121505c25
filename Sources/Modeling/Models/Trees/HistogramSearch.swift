/// Finds the best question for a leaf on its histogram, and says what a leaf says.
///
/// A side with sums G and H that says w lowers the loss by −(2 G w + (H + λ) w²), at most G² / (H + λ) (Chen and
/// Guestrin 2016, equations 5 to 7).
struct HistogramSearch {
  typealias Cell = DerivativeSums.Cell

  let binned: BinnedRows
  let settings: HistogramGrowth.Settings
  let sums: DerivativeSums

  /// What a leaf with this sum adds to a score, learning rate included.
  func value(_ cell: Cell, _ limits: ClosedRange<Double>) -> Double {
    settings.learningRate * weight(cell, limits)
  }

  /// −G / (H + λ) within the limits.
  private func weight(_ cell: Cell, _ limits: ClosedRange<Double>) -> Double {
    let curvature = sums.curvature(cell) + settings.penalty
    let weight = curvature > 0 ? -sums.slope(cell) / curvature : 0
    return min(max(weight, limits.lowerBound), limits.upperBound)
  }

  /// How much a side lowers the loss; 0 where the rows are so certain that nothing is left to gain.
  private func strength(_ cell: Cell, _ limits: ClosedRange<Double>) -> Double {
    let slope = sums.slope(cell)
    let curvature = sums.curvature(cell)
    if curvature < 1e-3 { return 0 }
    if settings.monotone.isEmpty { return slope * slope / (curvature + settings.penalty) }
    let weight = weight(cell, limits)
    return -(2 * slope * weight + (curvature + settings.penalty) * weight * weight)
  }

  /// What the children may say: on a monotone column, all under one child stay on its side of the middle.
  func limits(
    _ leaf: HistogramGrowth.Leaf, _ split: HistogramSplit
  ) -> (yes: ClosedRange<Double>, no: ClosedRange<Double>) {
    let direction = settings.monotone.isEmpty ? 0 : settings.monotone[split.feature]
    if direction == 0 { return (leaf.limits, leaf.limits) }
    let middle = (weight(split.yes, leaf.limits) + weight(leaf.total &- split.yes, leaf.limits)) / 2
    let (low, high) = (leaf.limits.lowerBound...middle, middle...leaf.limits.upperBound)
    return direction > 0 ? (low, high) : (high, low)
  }

  /// The split with the largest gain above 0; the first of equal ones.
  func best(_ leaf: HistogramGrowth.Leaf) -> HistogramSplit? {
    guard leaf.range.count >= 2 * settings.minimumLeafRows else { return nil }
    var best: HistogramSplit?
    leaf.histogram.withUnsafeBufferPointer { histogram in
      for feature in 0..<binned.columns {
        let cells = UnsafeBufferPointer(rebasing: histogram[binned.offsets[feature]..<binned.offsets[feature + 1]])
        if binned.isCategory[feature] {
          askCategories(feature, cells, leaf, &best)
        } else {
          askThresholds(feature, cells, leaf, &best)
        }
      }
    }
    return best
  }

  private func askThresholds(
    _ feature: Int, _ cells: UnsafeBufferPointer<Cell>, _ leaf: HistogramGrowth.Leaf, _ best: inout HistogramSplit?
  ) {
    let bins = cells.count - 1
    let missing = cells[bins]
    let hasMissing = sums.count(missing) > 0
    let direction = settings.monotone.isEmpty ? 0 : settings.monotone[feature]
    let whole = strength(leaf.total, leaf.limits)
    var found: (bin: Int, missingIsYes: Bool, yes: Cell)?
    var gain = best?.gain ?? sums.leastGain
    for missingIsYes in hasMissing ? [false, true] : [false] {
      var yes = missingIsYes ? missing : .zero
      // With missing values on the side for no, the last bin parts them from all others.
      for bin in 0..<(hasMissing && !missingIsYes ? bins : bins - 1) {
        yes &+= cells[bin]
        let no = leaf.total &- yes
        let (yesCount, noCount) = (sums.count(yes), sums.count(no))
        if yesCount < settings.minimumLeafRows { continue }
        if noCount < settings.minimumLeafRows { break }
        let now = strength(yes, leaf.limits) + strength(no, leaf.limits) - whole
        if now <= gain { continue }
        if direction != 0 {
          let rise = weight(no, leaf.limits) - weight(yes, leaf.limits)
          if rise * Double(direction) < 0 { continue }
        }
        gain = now
        found = (bin, hasMissing ? missingIsYes : yesCount >= noCount, yes)
      }
    }
    guard let found else { return }
    var isYes = [UInt8](repeating: 0, count: 256)
    for code in 0...found.bin { isYes[code] = 1 }
    isYes[bins] = found.missingIsYes ? 1 : 0
    best = HistogramSplit(
      feature: feature, isYes: isYes, bin: found.bin, missingIsYes: found.missingIsYes, yes: found.yes, gain: gain)
  }

  /// Categories in the order of what each would say alone: the best two groups lie next to each other in it (Fisher
  /// 1958).
  private func askCategories(
    _ feature: Int, _ cells: UnsafeBufferPointer<Cell>, _ leaf: HistogramGrowth.Leaf, _ best: inout HistogramSplit?
  ) {
    let unbounded = -Double.infinity...Double.infinity
    let present = cells.indices.filter { sums.count(cells[$0]) > 0 }
    let order = present.map { (says: weight(cells[$0], unbounded), code: $0) }
      .sorted { $0.says != $1.says ? $0.says < $1.says : $0.code < $1.code }
    let whole = strength(leaf.total, leaf.limits)
    var first = Cell.zero
    var found: (length: Int, first: Cell)?
    var gain = best?.gain ?? sums.leastGain
    for (place, item) in order.dropLast().enumerated() {
      first &+= cells[item.code]
      let second = leaf.total &- first
      if min(sums.count(first), sums.count(second)) < settings.minimumLeafRows { continue }
      let now = strength(first, leaf.limits) + strength(second, leaf.limits) - whole
      if now > gain { (gain, found) = (now, (place + 1, first)) }
    }
    guard let found else { return }
    // The side for no is that of missing values and unknown categories: the larger one where there were none.
    let missing = cells.count - 1
    let missingPlace = order.firstIndex { $0.code == missing }
    let firstIsYes =
      missingPlace.map { $0 >= found.length } ?? (2 * sums.count(found.first) <= leaf.range.count)
    var isYes = [UInt8](repeating: 0, count: 256)
    for item in firstIsYes ? order.prefix(found.length) : order.dropFirst(found.length) { isYes[item.code] = 1 }
    best = HistogramSplit(
      feature: feature, isYes: isYes, bin: 0, missingIsYes: false,
      yes: firstIsYes ? found.first : leaf.total &- found.first, gain: gain)
  }
}
