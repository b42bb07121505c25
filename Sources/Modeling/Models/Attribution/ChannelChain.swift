import Computation

/// The absorbing Markov chain of journeys: its states are the last `order` channels touched (fewer at the beginning
/// of a path), and it ends in a sale or in nothing.
///
/// Counts are those of the journeys, so a state's expected visits by one journey are its count over their number.
struct ChannelChain: Sendable {
  /// Leads to the states of the first touch; before any channel.
  static let start = 0

  let order: Int
  /// The channels of each state, oldest first, 16 bits each and counted from 1; 0 for the start.
  let keys: [UInt64]
  /// Outgoing moves by state, without those that stay: move i goes from `from[i]` to `to[i]`.
  let from: [Int32]
  let to: [Int32]
  /// Where the moves of each state begin; one more at last.
  let starts: [Int]
  /// For each touch of the journeys the move that made it, −1 where the state stayed.
  private let moveOfTouch: [Int32]
  /// The last state of each path.
  let lastStates: [Int32]

  /// How often the chain moved and ended.
  struct Counts: Sendable {
    var moves: [Double]
    /// By state.
    var conversions: [Double]
    var nulls: [Double]
    /// All that leaves a state for another or ends there, by state.
    var leaving: [Double]
    /// Journeys that pass, by state; a journey that comes twice counts twice.
    var visits: [Double]
    var journeys: Double
  }

  /// Runs of one channel count as one touch unless `keepsRepeats`. Requires order 1…4 and fewer than 65,535 channels.
  init(_ journeys: Journeys, order: Int, keepsRepeats: Bool) {
    self.order = order
    let mask: UInt64 = order == 4 ? .max : (1 << UInt64(16 * order)) - 1
    var placeOfKey: [UInt64: Int32] = [0: 0]
    var keys: [UInt64] = [0]
    var placeOfMove: [UInt64: Int32] = [:]
    var moves: [(from: Int32, to: Int32)] = []
    var moveOfTouch = [Int32](repeating: -1, count: journeys.touches.count)
    var lastStates: [Int32] = []
    for index in 0..<journeys.count {
      var state: Int32 = 0
      var key: UInt64 = 0
      var previous: Int32 = -1
      for touch in journeys.starts[index]..<journeys.starts[index + 1] {
        let channel = journeys.touches[touch]
        if channel == previous, !keepsRepeats { continue }
        previous = channel
        key = (key << 16 | UInt64(channel + 1)) & mask
        let next = placeOfKey[key] ?? Int32(keys.count)
        if next == keys.count {
          placeOfKey[key] = next
          keys.append(key)
        }
        if next != state {
          let pair = UInt64(state) << 32 | UInt64(next)
          let move = placeOfMove[pair] ?? Int32(moves.count)
          if move == moves.count {
            placeOfMove[pair] = move
            moves.append((state, next))
          }
          moveOfTouch[touch] = move
        }
        state = next
      }
      lastStates.append(state)
    }
    let sorted = moves.indices.sorted { (moves[$0].from, moves[$0].to) < (moves[$1].from, moves[$1].to) }
    var rank = [Int32](repeating: 0, count: moves.count)
    for (place, move) in sorted.enumerated() { rank[move] = Int32(place) }
    self.keys = keys
    self.lastStates = lastStates
    self.moveOfTouch = moveOfTouch.map { $0 < 0 ? -1 : rank[Int($0)] }
    from = sorted.map { moves[$0].from }
    to = sorted.map { moves[$0].to }
    var starts = [Int](repeating: 0, count: keys.count + 1)
    for state in from { starts[Int(state) + 1] += 1 }
    for state in keys.indices { starts[state + 1] += starts[state] }
    self.starts = starts
  }

  var states: Int { keys.count }

  /// The channel touched last; −1 at the start.
  func newest(_ state: Int) -> Int { Int(keys[state] & 0xffff) - 1 }

  /// O(touches).
  func counts(_ journeys: Journeys, conversions: [Double], nulls: [Double]) -> Counts {
    var counts = Counts(
      moves: [Double](repeating: 0, count: to.count), conversions: [Double](repeating: 0, count: states),
      nulls: [Double](repeating: 0, count: states), leaving: [Double](repeating: 0, count: states),
      visits: [Double](repeating: 0, count: states), journeys: 0)
    for index in 0..<journeys.count {
      let weight = conversions[index] + nulls[index]
      if weight == 0 { continue }
      for touch in journeys.starts[index]..<journeys.starts[index + 1] where moveOfTouch[touch] >= 0 {
        counts.moves[Int(moveOfTouch[touch])] += weight
      }
      counts.conversions[Int(lastStates[index])] += conversions[index]
      counts.nulls[Int(lastStates[index])] += nulls[index]
      counts.journeys += weight
    }
    counts.visits[Self.start] = counts.journeys
    for move in to.indices {
      counts.leaving[Int(from[move])] += counts.moves[move]
      counts.visits[Int(to[move])] += counts.moves[move]
    }
    for state in 0..<states { counts.leaving[state] += counts.conversions[state] + counts.nulls[state] }
    return counts
  }
}
