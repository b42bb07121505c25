import Testing

@testable import fairlead

struct ReadingOptionsTests {
  private func refusal(_ arguments: [String]) -> String? {
    do {
      _ = try ReadingOptions.parse(arguments).resolved(with: Configuration(), in: nil)
      return nil
    } catch { return "\(error)" }
  }

  @Test(arguments: ["Berlin", "Mars/Phobos", ""])
  func aTimeZoneIsOneThatExists(name: String) {
    #expect(
      refusal(["--time-zone", name])
        == "--time-zone is \"\(name)\"; expected a name such as Europe/London or an offset such as +01:00")
  }

  @Test(arguments: ["EUT", "XYZ", "BTC"])
  func aCurrencyIsOneThatExists(code: String) {
    #expect(refusal(["--currency", code]) == "--currency is \"\(code)\"; expected an ISO code such as GBP")
  }

  @Test(arguments: [["--time-zone", "Europe/Berlin"], ["--time-zone", "+01:00"], ["--currency", "chf"], []])
  func whatExistsIsTaken(arguments: [String]) { #expect(refusal(arguments) == nil) }
}
