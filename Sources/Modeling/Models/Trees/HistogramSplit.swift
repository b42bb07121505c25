/// A question found on a histogram.
struct HistogramSplit: Sendable {
  let feature: Int
  /// By code of the column: 1 where rows go to yes.
  let isYes: [UInt8]
  /// The last bin that goes to yes, of a column of numbers.
  let bin: Int
  let missingIsYes: Bool
  let yes: DerivativeSums.Cell
  let gain: Double

  /// Writes the question into the tree; gives the number of the child for yes.
  func ask(
    _ node: Int, of tree: inout Tree, _ binned: BinnedRows, yes: Tree.Leaf, no: Tree.Leaf
  ) -> Int {
    let bounds = binned.bounds[feature]
    if binned.isCategory[feature] {
      let among = bounds.indices.filter { isYes[$0] == 1 }.map { bounds[$0] }
      return tree.split(node, feature: feature, among: among, yes: yes, no: no)
    }
    return tree.split(
      node, feature: feature, threshold: bin < bounds.count ? bounds[bin] : .greatestFiniteMagnitude,
      missingIsYes: missingIsYes, yes: yes, no: no)
  }
}
