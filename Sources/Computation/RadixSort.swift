/// Sorting of many doubles by their bits, eleven at a time: O(n), several times as fast as comparing from some ten
/// thousand values on.
package enum RadixSort {
  /// The values in rising order, −0 before +0. Requires that none is NaN.
  package static func sorted(_ values: [Double]) -> [Double] {
    guard values.count > 4_096 else { return values.sorted() }
    var keys = values.map { key($0.bitPattern) }
    var room = [UInt64](repeating: 0, count: keys.count)
    for pass in 0..<6 {
      let shift = UInt64(pass * 11)
      var places = [Int](repeating: 0, count: 2_048)
      for key in keys { places[Int(key >> shift & 2_047)] += 1 }
      if places.contains(keys.count) { continue }
      var start = 0
      for digit in places.indices { (places[digit], start) = (start, start + places[digit]) }
      for key in keys {
        let digit = Int(key >> shift & 2_047)
        room[places[digit]] = key
        places[digit] += 1
      }
      swap(&keys, &room)
    }
    return keys.map { Double(bitPattern: $0 >> 63 == 1 ? $0 ^ (1 << 63) : ~$0) }
  }

  /// The places of the values in rising order, equal ones in the order in which they stand; −0 is equal to +0. Requires
  /// that none is NaN.
  package static func order(of values: [Double]) -> [Int] {
    guard values.count > 4_096 else {
      return values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
    }
    // Adding 0 makes +0 of −0.
    var keyed = values.enumerated().map { (key: key(($1 + 0).bitPattern), place: $0) }
    var room = keyed
    for pass in 0..<6 {
      let shift = UInt64(pass * 11)
      var starts = [Int](repeating: 0, count: 2_048)
      for item in keyed { starts[Int(item.key >> shift & 2_047)] += 1 }
      if starts.contains(keyed.count) { continue }
      var start = 0
      for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
      for item in keyed {
        let digit = Int(item.key >> shift & 2_047)
        room[starts[digit]] = item
        starts[digit] += 1
      }
      swap(&keyed, &room)
    }
    return keyed.map(\.place)
  }

  /// Rises with the value: negative numbers turned round, positive ones above them.
  private static func key(_ bits: UInt64) -> UInt64 {
    bits >> 63 == 1 ? ~bits : bits | (1 << 63)
  }
}
