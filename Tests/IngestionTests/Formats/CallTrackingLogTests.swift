import Ingestion
import Testing
import Vocabulary

struct CallTrackingLogTests {
  @Test func calls() throws {
    let reading = try Sample(
      """
      Call Status,Number Name,Tracking Number,Source,Start Time,Duration (seconds),Name,Phone Number,Email,Medium,Campaign,Value
      Answered Call,Website,+15550100,Google Ads,2026-03-01 09:15 AM,83,Ann,+15550104477,,CPC,Spring,$12.50
      Missed Call,,+15550100,Direct,2026-03-01 02:20 PM,0,,Anonymous,,,,
      Answered Call,,+15550100,Direct,2026-03-02 02:20 PM,0:01:23,,(555) 010-4478,bob@example.org,,,
      Answered Call,,+15550100,Direct,2026-03-02 02:20 PM,5,,12 34,,,,
      Answered Call,,+15550100,Direct,2026-03-02 02:20 PM,long,,+15550104477,,,,
      """
    ).read(ReadOptions(currency: Currency("USD")))
    #expect(reading.recognition.format == "CallTrackingLog")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.interactions) == "4")
    let calls = reading.all.interactions
    #expect(calls.map { $0.phone?.normalized } == ["+15550104477", nil, "5550104478", nil])
    #expect(calls.map(\.seconds) == [83, 0, 83, 5])
    #expect(calls.map(\.outcome) == ["answered", "missed", "answered", "answered"])
    #expect(calls.map(\.name) == ["Website", "+15550100", "+15550100", "+15550100"])
    #expect(calls[0].kind == .call)
    #expect(calls[0].campaign == "Spring")
    #expect(calls[0].valueMicros == 12_500_000)
    #expect(calls[0].currency == Currency("USD"))
    #expect(calls[1].valueMicros == nil)
    #expect(calls[1].currency == nil)
    #expect(reading.summary.problems.map(\.column) == ["Duration (seconds)"])
  }

  @Test func answeredAsAColumnOfItsOwn() throws {
    let reading = try Sample(
      """
      Call ID,Call Start Time,Caller Number,Duration,Answered,Source
      c1,2026-03-01T09:15:00+01:00,+4930123456,1:05,true,Flyer
      c2,2026-03-01T10:15:00+01:00,+4930123456,0,no,Flyer
      c3,2026-03-01T11:15:00+01:00,+4930123456,1m 23s,voicemail,Flyer
      """
    ).read()
    #expect(reading.all.interactions.map(\.outcome) == ["answered", "missed", "voicemail"])
    #expect(reading.all.interactions.map(\.seconds) == [65, 0, 83])
    #expect(reading.all.interactions.map(\.interactionID) == ["c1", "c2", "c3"])
    // 2026-03-01T08:15:00Z.
    #expect(reading.all.interactions[0].instant == 1_772_352_900)
  }

  /// A caller who tries again is a second call, also within the minute. A spreadsheet that drops the seconds leaves of two
  /// calls that are alike one name; what differs is told apart by what it says.
  @Test(arguments: [
    ("2026-03-02 15:31:02", "2026-03-02 15:31:40", " #2"), ("3/20/2026 3:31:02 PM", "3/20/2026 3:31:40 PM", " #2"),
    ("2026-03-02 15:31", "2026-03-02 15:31", ""),
  ])
  func theClockOfTheCellTellsCallsApart(first: String, second: String, number: String) throws {
    let row = { (start: String, seconds: Int) in "Missed Call,Google,+15550100,\(start),\(seconds),+15551234567\n" }
    let reading = try Sample(
      "Call Status,Source,Tracking Number,Start Time,Duration (seconds),Phone Number\n"
        + row(first, 0) + row(second, 0) + row(second, 9) + row(first, 0)
    ).read()
    let day = first.hasPrefix("3/") ? "2026-03-20" : "2026-03-02"
    let minute = "\(day) 15:31"
    #expect(reading.all.interactions.map(\.interactionID) == [minute, minute + number, minute, minute])
  }

  /// Whose call it was is lost. Who withholds the number has none that could be.
  @Test func aRoundedCallerIsToldOf() throws {
    let table = { (caller: String) in
      "Call Status,Source,Tracking Number,Start Time,Duration (seconds),Phone Number\n"
        + "Answered,Google,+15550100,2026-03-13 10:00:00,60,\(caller)\n"
    }
    let rounded = try Sample(table("1.5555E+10")).read()
    #expect(rounded.all.interactions.map(\.phone) == [nil])
    #expect(
      rounded.recognition.notes.filter { $0.contains("rounded") } == [
        "1 cell of \"Phone Number\" holds a telephone number that a spreadsheet has rounded: the calls are kept without it, "
          + "and count twice beside an export that has it; take the service's own file"
      ])
    for caller in ["Anonymous", "", "+15550104477"] {
      #expect(try !Sample(table(caller)).read().recognition.notes.contains { $0.contains("rounded") })
    }
  }

  /// A day tells no more than it did, and an instant needs no name.
  @Test(arguments: ["2026-03-02", "2026-03-02T15:31:02-05:00"])
  func withoutAClockOrWithAnOffsetNothingStandsInForTheID(start: String) throws {
    let reading = try Sample(
      "Call Status,Source,Tracking Number,Start Time,Duration (seconds),Phone Number\n"
        + "Missed Call,Google,+15550100,\(start),0,+15551234567\n"
    ).read()
    #expect(reading.all.interactions.map(\.interactionID) == [""])
  }
}
