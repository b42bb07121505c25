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
    return order(by: [values.map { $0 + 0 }])
  }

  /// Row numbers in lexicographic order of the columns, the first column first; equal rows by number. −0 stands before
  /// +0. O(n) for each column. Requires columns of equal length without NaN, of fewer than 2^31 rows.
  package static func order(by columns: [[Double]]) -> [Int] {
    let count = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == count } && count < Int(Int32.max), "columns of equal length")
    var order = (0..<Int32(count)).map { $0 }
    var orderRoom = order
    var keys = [UInt64](repeating: 0, count: count)
    var keyRoom = keys
    for column in columns.reversed() {
      for place in keys.indices { keys[place] = key(column[Int(order[place])].bitPattern) }
      for pass in 0..<6 {
        let shift = UInt64(pass * 11)
        var places = [Int](repeating: 0, count: 2_048)
        for key in keys { places[Int(key >> shift & 2_047)] += 1 }
        if places.contains(count) { continue }
        var start = 0
        for digit in places.indices { (places[digit], start) = (start, start + places[digit]) }
        for place in 0..<count {
          let digit = Int(keys[place] >> shift & 2_047)
          keyRoom[places[digit]] = keys[place]
          orderRoom[places[digit]] = order[place]
          places[digit] += 1
        }
        swap(&keys, &keyRoom)
        swap(&order, &orderRoom)
      }
    }
    return order.map { Int($0) }
  }

  /// Rises with the value: negative numbers turned round, positive ones above them.
  @inline(__always)
  static func key(_ bits: UInt64) -> UInt64 {
    bits >> 63 == 1 ? ~bits : bits | (1 << 63)
  }
}
