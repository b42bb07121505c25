import Computation

/// The rows that the figures of the tests of selection were worked out on.
enum SelectionExample {
  /// Counts, counts, numbers, a constant.
  static let rows = Matrix([
    [3, 0, 1.5, 7], [1, 2, 2.25, 7], [0, 5, 0.5, 7], [4, 1, 3.75, 7], [2, 2, 1.25, 7], [0, 3, -0.75, 7],
    [5, 0, 4.5, 7],
    [1, 4, 0.1, 7], [2, 1, 2.9, 7], [6, 0, 2.2, 7],
  ])
  static let outcomes: [Double] = [0, 1, 1, 0, 2, 1, 0, 1, 2, 0]
}
