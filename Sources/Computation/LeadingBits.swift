/// Places in the order of a number each, by as many leading bits of the numbers as fit into one word beside the place and
/// four passes of eleven can sort. Bits that are the same in all numbers take no room. O(n).
///
/// Where most numbers differ this is nearly their order, at half the memory traffic of sorting them whole.
struct LeadingBits {
  /// Equal leading bits mean equal numbers: what was left out is the same in all of them.
  let isExact: Bool
  /// Leading bits above, place below; rising.
  private let words: [UInt64]
  private let placeBits: Int

  /// −0 is equal to +0. Requires fewer than 2^31 numbers, none of them NaN.
  @inline(__always)
  init(_ count: Int, of number: (Int) -> Double) {
    var words = [UInt64](repeating: 0, count: count)
    var (set, common) = (UInt64.zero, UInt64.max)
    for place in 0..<count {
      let key = RadixSort.key((number(place) + 0).bitPattern)
      words[place] = key
      set |= key
      common &= key
    }
    let placeBits = 64 - max(count - 1, 0).leadingZeroBitCount
    let varying = 64 - (set ^ common).leadingZeroBitCount
    let left = max(0, varying - min(44, 64 - placeBits))
    isExact = (set ^ common) & (1 << UInt64(left) - 1) == 0
    self.placeBits = placeBits
    let passes = (varying - left + 10) / 11
    let kept = varying == 64 ? UInt64.max : 1 << UInt64(varying) - 1
    var counts = [Int32](repeating: 0, count: 2_048 * passes)
    for place in 0..<count {
      let bits = (words[place] & kept) >> UInt64(left)
      words[place] = bits << UInt64(placeBits) | UInt64(place)
      for pass in 0..<passes { counts[pass << 11 | Int(bits >> UInt64(11 * pass) & 2_047)] += 1 }
    }
    var room = [UInt64](repeating: 0, count: passes > 0 ? count : 0)
    for pass in 0..<passes {
      let shift = UInt64(placeBits + 11 * pass)
      var start: Int32 = 0
      for digit in (pass << 11)..<((pass + 1) << 11) { (counts[digit], start) = (start, start + counts[digit]) }
      Self.move(words, to: &room, &counts, shift, pass << 11)
      swap(&words, &room)
    }
    self.words = words
  }

  /// Moves words to the places that their digits at `shift` have come to.
  private static func move(
    _ words: [UInt64], to room: inout [UInt64], _ places: inout [Int32], _ shift: UInt64, _ first: Int
  ) {
    words.withUnsafeBufferPointer { words in
      room.withUnsafeMutableBufferPointer { room in
        places.withUnsafeMutableBufferPointer { places in
          for word in words {
            let digit = first | Int(word >> shift & 2_047)
            room[Int(places[digit])] = word
            places[digit] &+= 1
          }
        }
      }
    }
  }

  /// Puts what stands in order of the places into the order of the numbers.
  func arrange(_ items: UnsafeMutableBufferPointer<Int>) {
    let before = Array(items)
    let place = UInt64(1) << UInt64(placeBits) - 1
    for index in words.indices { items[index] = before[Int(words[index] & place)] }
  }

  /// The runs of at least two equal leading bits.
  @inline(__always)
  func forEachRun(_ body: (Range<Int>) -> Void) {
    words.withUnsafeBufferPointer { words in
      var start = 0
      while start < words.count {
        let bits = words[start] >> UInt64(placeBits)
        var end = start + 1
        while end < words.count, words[end] >> UInt64(placeBits) == bits { end += 1 }
        if end - start > 1 { body(start..<end) }
        start = end
      }
    }
  }
}
