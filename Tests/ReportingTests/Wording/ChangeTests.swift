@testable import Analysis
import Testing

@testable import Reporting

@Suite struct ChangeTests {
  @Test func rules() {
    #expect(Change(from: 0, to: 5) == .new)
    #expect(Change(from: 5, to: 5) == .none)
    #expect(Change(from: -5, to: 5) == .absolute(10))
    #expect(Change(from: 5, to: -1) == .absolute(-6))
    #expect(Change(from: 1, to: 12) == .moreThanTenTimes)
    #expect(Change(from: 200, to: 250) == .relative(0.25))
  }

  @Test func words() {
    let pounds = Quantity.money(Fixture.pounds)
    #expect(Change(from: 173_130, to: 184_213).text(pounds) == "+\u{2060}6.4%")
    #expect(Change(from: 5, to: -1).text(pounds) == "−\u{2060}£6")
  }

  @Test func standing() {
    let range = Overview.UsualRange(low: 10, high: 20, weeks: 26)
    #expect(Standing(21, range) == .above)
    #expect(Standing(20, range) == .inside)
    #expect(Standing(10, range) == .inside)
    #expect(Standing(9.9, range) == .below)
    #expect(Standing(15, nil) == .unknown)
  }
}
