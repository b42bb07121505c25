import Testing

@testable import Charting

@Suite struct TicksTests {
  @Test func linearTicksAreRoundMultiples() {
    #expect(Ticks.linear(0, 40, count: 4) == [0, 10, 20, 30, 40])
    #expect(Ticks.linear(120, 200, count: 4) == [120, 140, 160, 180, 200])
    #expect(Ticks.linear(0, 0.5, count: 5) == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(Ticks.linear(-2.8, 9.6, count: 4) == [-2, 0, 2, 4, 6, 8])
  }

  @Test func niceEndsAreTicks() {
    for (low, high) in [(139.5, 184.2), (-0.37, 0.91), (1e12, 1.5e12), (1e-9, 2.2e-9), (3.0, 4)] {
      let (start, end) = Ticks.nice(low, high, count: 4)
      let ticks = Ticks.linear(start, end, count: 4)
      #expect(start <= low && end >= high)
      #expect(ticks.first == start && ticks.last == end, "\(low)…\(high): \(start)…\(end), \(ticks)")
    }
    #expect(Ticks.nice(139.5, 184.2, count: 4) == (120, 200))
  }

  @Test func doublingTicksArePowersOfTwo() {
    #expect(Ticks.doubling(0.5, 16, most: 6) == [0.5, 1, 2, 4, 8, 16])
    #expect(Ticks.doubling(0.5, 16, most: 3) == [0.5, 2, 8])
  }

  @Test func narrowPlotsShowFewerLabels() {
    // 7 labels of 45 px and 10 between them: steps are 25 px at 150, 33 at 200, 50 at 300, 72 at 430.
    let decided = TickThinning.decide(count: 7, width: 45, narrowest: 150)
    #expect(decided[0] == .always && decided[4] == .always)
    #expect(decided[2] == .withClass("t4"))
    #expect(decided[1] == .withClass("t2"))
    // At 60 px steps are 10 px and every fourth stands 40 px apart, too near; at 110 px it has 73.
    #expect(TickThinning.decide(count: 7, width: 45, narrowest: 60)[4] == .withClass("t5"))
    // 80 px and 10 between: every fourth has 73 px at 110 and 133 at 200.
    #expect(TickThinning.decide(count: 7, width: 80, narrowest: 60)[4] == .withClass("t4"))
  }
}
