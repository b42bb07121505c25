import Foundation

/// What one piece of work took: on the clock, and of all processors.
struct Stopwatch {
  private(set) var seconds = 0.0
  private(set) var processor = 0.0

  mutating func time<Value>(_ work: () throws -> Value) rethrows -> Value {
    let before = (Stopwatch.clock(CLOCK_MONOTONIC), Stopwatch.clock(CLOCK_PROCESS_CPUTIME_ID))
    let value = try work()
    seconds = Stopwatch.clock(CLOCK_MONOTONIC) - before.0
    processor = Stopwatch.clock(CLOCK_PROCESS_CPUTIME_ID) - before.1
    return value
  }

  private static func clock(_ id: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
