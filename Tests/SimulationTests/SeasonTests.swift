import Testing
import Vocabulary

@testable import Simulation

@Suite struct SeasonTests {
  @Test func integralAndItsInverseAgree() {
    let season = Season(firstDay: BusinessPlan.usualFirstDay, dayCount: 400)
    for time in stride(from: 0.0, to: 399, by: 3.7) {
      let value = season.ordersIntegral(to: time)
      let back = season.time(ofOrdersIntegral: value) ?? -1
      #expect(abs(back - time) < 1e-9)
    }
    #expect(season.time(ofOrdersIntegral: season.cumulativeOrders[400]) == nil)
    #expect(abs(season.ordersIntegral(to: 2.5) - (season.orders[0] + season.orders[1] + season.orders[2] / 2)) < 1e-12)
  }

  @Test func blackFridayIsASale() {
    let season = Season(firstDay: BusinessPlan.usualFirstDay, dayCount: 60)
    // 2024-11-29 is day 25.
    #expect(season.sale[25] > 0)
    #expect(season.sale[10] == 0)
  }
}
