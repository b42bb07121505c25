/// What each channel earns of one sale on each path: a sparse matrix, paths × channels.
struct PathShares: Sendable {
  private let channels: Int
  private let starts: [Int]
  private let places: [Int32]
  private let shares: [Double]

  /// `weights` gives one share for each touch of a path; those of one channel are added.
  init(_ journeys: Journeys, _ weights: (ArraySlice<Int32>, ArraySlice<Double>?) -> [Double]) {
    channels = journeys.channels.count
    var starts = [0]
    var places: [Int32] = []
    var shares: [Double] = []
    var placeOfChannel = [Int](repeating: -1, count: channels)
    for index in 0..<journeys.count {
      let path = journeys.path(index)
      let begin = places.count
      for (channel, weight) in zip(path, weights(path, journeys.ages(index))) where weight != 0 {
        let place = placeOfChannel[Int(channel)]
        if place >= begin {
          shares[place] += weight
        } else {
          placeOfChannel[Int(channel)] = places.count
          places.append(channel)
          shares.append(weight)
        }
      }
      starts.append(places.count)
    }
    (self.starts, self.places, self.shares) = (starts, places, shares)
  }

  /// One amount for each path, divided among channels. O(stored shares).
  func divide(_ amounts: [Double]) -> [Double] {
    var credits = [Double](repeating: 0, count: channels)
    for index in amounts.indices where amounts[index] != 0 {
      for place in starts[index]..<starts[index + 1] { credits[Int(places[place])] += shares[place] * amounts[index] }
    }
    return credits
  }
}
