import Testing
import Vocabulary

@testable import Simulation

@Suite struct ExpectedReturnTests {
  /// Sums over 60 worlds of drawn minus expected, with the standard error that their spread gives.
  private struct Difference {
    var values: [Double] = []

    var z: Double {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      return mean / (variance / count).squareRoot()
    }
  }

  @Test func agreesWithTheDrawOverManyWorlds() {
    var revenue: [String: Difference] = [:]
    var customers: [String: Difference] = [:]
    var orders = Difference()
    var relative: [Double] = []
    for seed in 1...60 {
      let business = Business.simulate(Worlds.plan(customers: 400, weeks: 40, seed: UInt64(1_000 + seed)))
      for channel in [Channel.paidSearch, .paidSocial, .display, .organicSearch, .direct, .referral, .unknown] {
        let expected = business.expected.recorded(channel: channel)
        let drawn = business.drawnRecorded { $0.recorded.channel == channel }
        revenue[channel.rawValue, default: Difference()].values.append(Double(drawn.netPence) - expected.revenuePence)
        customers[channel.rawValue, default: Difference()].values.append(Double(drawn.customers) - expected.customers)
      }
      for channel in [Channel.paidSearch, .paidSocial, .direct] {
        let expected = business.expected.caused(channel: channel)
        let drawn = business.customers.filter { ArrivalSource.all[$0.source].channel == channel }
        let net = drawn.reduce(0) { sum, customer in
          sum + business.keptOrders(of: customer).reduce(0) { $0 + $1.netPence }
        }
        revenue["caused \(channel)", default: Difference()].values.append(Double(net) - expected.revenuePence)
      }
      let expectedOrders = business.expected.recorded.reduce(0) { $0 + $1.orders }
      let drawnOrders = business.orders.count { !$0.isCancelled && !business.customers[$0.customer].isGuest }
      orders.values.append(Double(drawnOrders) - expectedOrders)
      let all = business.expected.recorded.reduce(0) { $0 + $1.revenuePence }
      relative.append(Double(business.drawnRecorded { _ in true }.netPence) / all - 1)
    }
    // Eighteen comparisons: |z| above 3.5 would happen once in a hundred runs if all were right; the seeds are fixed.
    for (name, difference) in revenue { #expect(abs(difference.z) < 3.5, "revenue of \(name)") }
    for (name, difference) in customers { #expect(abs(difference.z) < 3.5, "customers of \(name)") }
    #expect(abs(orders.z) < 3.5)
    // All channels together pin the level to under one part in a hundred.
    #expect(abs(relative.reduce(0, +) / 60) < 0.015)
  }

  @Test func survivalAveragesByNumericIntegration() {
    // G(k) as a double sum over a fine grid of moments within both days.
    let segment = Segment.all[1]
    let survival = ExpectedValue.survival(segment, dayCount: 6)
    let scale = segment.hazardShape / (segment.hazardMean / 7)
    func alive(_ age: Double) -> Double {
      // shape 6: (1 + x)^(−6) by multiplication, independent of the code's power function.
      let base = 1 + age / scale
      return 1 / (base * base * base * base * base * base)
    }
    let steps = 400
    for age in [0, 1, 5] {
      var sum = 0.0
      for i in 0..<steps {
        for j in 0..<steps {
          let joined = (Double(i) + 0.5) / Double(steps)
          let ordered = Double(age) + (Double(j) + 0.5) / Double(steps)
          if ordered > joined { sum += alive(ordered - joined) } else if i == j && age == 0 { sum += 0.5 }
        }
      }
      #expect(abs(survival[age] - sum / Double(steps * steps)) < 1e-5)
    }
  }

  @Test func recordedReturnsLookPlausible() {
    let business = Worlds.usual
    func recorded(_ channel: Channel) -> Double {
      business.expected.recorded(channel: channel).revenuePence / Double(business.spendPence(channel: channel))
    }
    #expect((1.0...6.0).contains(recorded(.paidSocial)))
    #expect((1.0...6.0).contains(recorded(.paidSearch)))
    #expect(recorded(.display) < 1)
    // Brand search records what would have come anyway.
    let brand = business.expected.recorded[3].revenuePence
    #expect(brand > 3 * business.expected.caused[3].revenuePence)
  }
}
