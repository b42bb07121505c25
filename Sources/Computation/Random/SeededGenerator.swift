/// A pseudo-random generator with a stated algorithm, so that a seed means the same stream for ever.
///
/// xoshiro256** (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators"), its 256 bits filled by
/// SplitMix64 from a 64-bit key. Period 2^256 − 1. Not for secrets.
package struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  /// What the stream was made from; `split` derives from it, so draws taken here do not move the children.
  private let key: UInt64
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    self.init(key: seed)
  }

  private init(key: UInt64) {
    self.key = key
    var mixer = SplitMix(state: key)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// An independent stream named by `label`: the same parent and label give the same stream whatever was drawn or
  /// split before, and different labels give streams with unrelated keys.
  package func split(_ label: String) -> SeededGenerator {
    // FNV-1a over the label, then one SplitMix64 round, so that labels that differ in one bit share nothing.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var mixer = SplitMix(state: hash)
    var child = SplitMix(state: key ^ mixer.next())
    return SeededGenerator(key: child.next())
  }

  package mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let t = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= t
    state.3 = rotated(state.3, by: 45)
    return result
  }

  package static func == (a: SeededGenerator, b: SeededGenerator) -> Bool {
    a.key == b.key && a.state == b.state
  }

  private func rotated(_ x: UInt64, by bits: UInt64) -> UInt64 {
    (x << bits) | (x >> (64 - bits))
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), used to spread a key over a larger state.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
