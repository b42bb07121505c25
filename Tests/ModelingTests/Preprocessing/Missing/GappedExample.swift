/// The rows that the figures of the imputers' tests were worked out on.
enum GappedExample {
  static let training: [[Double?]] = [
    [1, 2.5, nil], [3, 4, 3.5], [nil, 6, 5], [8, 8, 7.2], [2.1, 3.2, 2], [5, nil, 6.1], [7, 6.6, nil], [4.4, 5.1, 4],
  ]
  static let asked: [[Double?]] = [[nil, 5, 5.5], [6, nil, nil], [nil, nil, 9], [nil, nil, nil], [3, 4, 3.5]]
}
