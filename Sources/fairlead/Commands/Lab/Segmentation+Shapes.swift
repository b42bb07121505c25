import Computation
import Modeling

/// Methods without centres of their own: a group's centre is the mean of its rows.
extension Segmentation {
  func ward(_ k: Int) throws -> SegmentResult {
    let fitted = try Ward(clusters: k).fit(rows.scaled, on: workers)
    return described(try fitted.predict(rows.scaled, on: workers))
  }

  /// Of the cuts of one hierarchy that come again when the rows are resampled, that with the largest mean silhouette; one
  /// group below what counts as structure.
  func wardCount(_ rows: Matrix) throws -> (Int, [SegmentResult.Candidate]) {
    let rule = SilhouetteCount()
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    let dendrogram = try Ward(clusters: 1).fit(sorted, on: workers).dendrogram
    var candidates: [SegmentResult.Candidate] = []
    for k in 2..<min(rule.largest + 1, max(sorted.rows, 2)) {
      let labels = dendrogram.labels(clusters: k)
      candidates.append(
        SegmentResult.Candidate(
          k: k, stability: stability(k, labels, of: sorted),
          silhouette: try Silhouette(on: workers).value(of: LabelledRows(rows: sorted, labels: labels))))
    }
    let stable = candidates.filter {
      ($0.stability ?? 0) >= rule.leastStability && ($0.silhouette ?? 0) >= rule.leastSilhouette
    }
    let widest = stable.compactMap(\.silhouette).max()
    return (stable.first { $0.silhouette == widest }?.k ?? 1, candidates)
  }

  func dense() throws -> SegmentResult {
    let neighbours = command.neighbours ?? LabSegment.usualNeighbours
    let radius =
      try command.radius ?? NeighbourRadius(neighbours: neighbours).choose(rows.scaled, on: workers)
    let fitted = try DensityClusters(radius: radius, neighbours: neighbours).fit(rows.scaled, on: workers)
    var result = described(try fitted.predict(rows.scaled, on: workers))
    result.radius = radius
    try measure(&result)
    return result
  }

  func hierarchical() throws -> SegmentResult {
    let least = command.neighbours ?? LabSegment.usualNeighbours
    let fitted = try HierarchicalDensity(leastRows: least).fit(rows.scaled, on: workers)
    var result = described(try fitted.predict(rows.scaled, on: workers))
    try measure(&result)
    return result
  }

  /// Groups by the labels of their rows, −1 in none.
  private func described(_ labels: [Int]) -> SegmentResult {
    let k = (labels.max() ?? -1) + 1
    var result = SegmentResult(
      model: command.model.rawValue, k: k, rows: table.rowCount, columns: rows.names, dropped: rows.dropped)
    result.labels = labels
    var sums = [[Double]](repeating: [Double](repeating: 0, count: rows.scaled.columns), count: k)
    result.sizes = [Int](repeating: 0, count: k)
    for (row, group) in labels.enumerated() where group >= 0 {
      result.sizes[group] += 1
      for column in 0..<rows.scaled.columns { sums[group][column] += rows.scaled[row, column] }
    }
    result.centres = zip(sums, result.sizes).map { sums, size in sums.map { $0 / Double(size) } }
    result.centresOriginal = result.centres.map { rows.original($0) }
    return result
  }

  /// Silhouette of the rows that are in a group.
  private func measure(_ result: inout SegmentResult) throws {
    let grouped = result.labels.indices.filter { result.labels[$0] >= 0 }
    result.ungrouped = result.labels.count - grouped.count
    if result.k < 2 || result.k >= grouped.count {
      result.notes.append("a silhouette needs two groups or more, and fewer than rows")
    } else if grouped.count > Self.mostCompared {
      result.notes.append("the silhouette is measured on tables of up to \(Self.mostCompared) rows")
    } else {
      result.silhouette = try Silhouette(on: workers).value(
        of: LabelledRows(rows: rows.scaled.selecting(rows: grouped), labels: grouped.map { result.labels[$0] }))
    }
    result.notes.append("stability is not measured for \(command.model.rawValue): no number of groups is asked for")
  }
}
