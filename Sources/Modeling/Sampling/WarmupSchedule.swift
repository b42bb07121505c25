/// Windows of warm-up: a first stretch in which only the step size adapts, windows that double in length with a new
/// mass matrix at the end of each, and a last stretch for the step size alone (Stan Reference Manual, section 15.2).
struct WarmupSchedule {
  /// Iterations whose draws enter a mass matrix.
  let massRange: Range<Int>
  /// Iterations after which the mass matrix is renewed.
  let windowEnds: [Int]

  init(_ warmup: Int) {
    guard warmup >= 20 else {
      (massRange, windowEnds) = (0..<0, [])
      return
    }
    var first = 75
    var last = 50
    var window = 25
    if first + window + last > warmup {
      first = warmup * 15 / 100
      last = warmup / 10
      window = warmup - first - last
    }
    massRange = first..<(warmup - last)
    var ends: [Int] = []
    var begin = first
    while begin < warmup - last {
      var end = begin + window
      // A rest too short for a window twice as long joins this one.
      if end + 2 * window > warmup - last { end = warmup - last }
      ends.append(end - 1)
      begin = end
      window *= 2
    }
    windowEnds = ends
  }
}
