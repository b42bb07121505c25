/// Tells apart what happened within one minute and is alike in all else, by the second where the file still has it:
/// spreadsheets that save a table again drop the seconds, so that they can be no part of a name.
struct AlikeMoments: Sendable {
  private var seconds: [[String]: [Int]] = [:]

  /// Which of the seconds at which such a thing happened this is, from 1 on, in the order of the file.
  mutating func place(of thing: [String], second: Int) -> Int {
    let known = seconds[thing, default: []]
    if let place = known.firstIndex(of: second) { return place + 1 }
    seconds[thing] = known + [second]
    return known.count + 1
  }
}
