import Ingestion
import Testing
import Vocabulary

struct EventAttendeesTests {
  @Test func attendees() throws {
    let reading = try Sample(
      """
      Order #,Order Date,First Name,Email,Quantity,Ticket Type,Attendee #,Currency,Total Paid,Attendee Status,Event Name,Event Start Date,Cell Phone
      9001,2026-01-20 10:00:00,Ann,ann@example.org,1,Standard,501,USD,25.00,Checked In,Open Day,2026-03-01,+15550104477
      9001,2026-01-20 10:00:00,Bob,bob@example.org,1,Standard,502,USD,25.00,Attending,Open Day,2026-03-01,ask Ann
      9002,2026-01-21 10:00:00,Cid,cid@example.org,1,Standard,503,USD,0.00,Deleted,Open Day,2026-03-01,
      9003,2026-01-21 10:00:00,Dee,dee at example.org,1,Standard,504,USD,0.00,Attending,Open Day,2026-03-01,
      """
    ).read()
    #expect(reading.recognition.format == "EventAttendees")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.interactions) == "2")
    let visits = reading.all.interactions
    #expect(visits.map(\.interactionID) == ["501", "502"])
    #expect(visits.map(\.outcome) == ["attended", "attending"])
    #expect(visits.map(\.day.description) == ["2026-03-01", "2026-03-01"])
    #expect(visits.map { $0.phone?.normalized } == ["+15550104477", nil])
    #expect(visits.map(\.valueMicros) == [25_000_000, 25_000_000])
    #expect(visits[0].currency == Currency("USD"))
    #expect(visits[0].kind == .event)
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    #expect(reading.summary.problems.map(\.column) == ["Email"])
    #expect(!"\(reading.summary.problems)".contains("dee at"))
  }

  @Test func aSignInSheet() throws {
    let reading = try Sample(
      """
      Event name;E-Mail;Checked in;Check-in time
      Open Day;ann@example.org;yes;31.03.2026 18:05
      Open Day;bob@example.org;no;
      """
    ).read()
    #expect(reading.all.interactions.map(\.outcome) == ["attended"])
    #expect(reading.all.interactions.map(\.day.description) == ["2026-03-31"])
    #expect(reading.summary.problems.map(\.column) == ["Check-in time"])
  }

  @Test func ordersThatWentBack() throws {
    let reading = try Sample(
      """
      Order #,Order Date,Email,Quantity,Total Paid,Order Status,Event Name,Event Date,Checked In
      1001,2026-09-26 19:05,ann@example.org,2,$60.00,Attending,Jazz Night,2026-10-03 21:00,Yes
      1004,2026-09-27 09:30,dee@example.org,1,$15.00,Refunded,Jazz Night,2026-10-03 21:00,No
      1004,2026-09-28 09:30,dee@example.org,1,($15.00),Refund,Jazz Night,2026-10-03 21:00,No
      """
    ).read()
    #expect(reading.all.interactions.map(\.outcome) == ["attended", "refunded"])
    #expect(reading.all.interactions.map(\.valueMicros) == [60_000_000, 0])
    #expect(reading.total(.revenue) == "60")
    #expect(reading.all.skippedRows.map(\.reason) == [.overlapping])
    #expect(reading.total(.interactions) == "2")
  }

  /// The report of one event names it nowhere.
  @Test func aReportOfOneEvent() throws {
    let reading = try Sample(
      """
      Order #,Order Date,First Name,Email,Quantity,Ticket Type,Attendee Status,How did you hear about us?
      1001,2026-10-01,Ann,ann@example.org,1,Standard,Attending,Friends
      1001,2026-10-01,Bob,bob@example.org,1,Standard,Attending,Friends
      """
    ).read()
    #expect(reading.recognition.format == "EventAttendees")
    #expect(reading.all.interactions.map(\.day.description) == ["2026-10-01", "2026-10-01"])
    #expect(reading.all.interactions.map(\.name) == ["", ""])
    let numbered = try Sample(
      """
      Order No.,Order Date,Email,Quantity,Ticket Type,Total Paid,Event Name,Buyer Email
      1098,2026-08-01 10:15:00,ann@example.org,1,Standard,0.00,Meetup,bob@example.org
      """
    ).read()
    #expect(numbered.recognition.format == "EventAttendees")
    #expect(numbered.all.interactions.map { $0.email?.normalized } == ["ann@example.org"])
  }

  /// Four tickets of two orders; the second of one type is Ann's too. Who signs in twice has come once.
  @Test func ticketsWithoutAnID() throws {
    let reading = try Sample(
      """
      Order #,Email,Ticket Type,Event Name,Event Start Date,Total Paid,Currency,Attendee Status
      900,ann@example.org,GA,Open Day,2026-03-14,25.00,EUR,Attending
      900,ann@example.org,GA,Open Day,2026-03-14,25.00,EUR,Attending
      900.0,ann@example.org,VIP,Open Day,2026-03-14,25.00,EUR,Attending
      901,bob@example.org,,Open Day,2026-03-14,25.00,EUR,Attending
      """
    ).read()
    #expect(reading.all.interactions.map(\.interactionID) == ["900 / GA", "900 / GA #2", "900 / VIP", "901"])
    let sheet = try Sample(
      "Event name;E-Mail;Check-in time\nOpen Day;ann@example.org;31.03.2026 18:05\n"
        + "Open Day;ann@example.org;31.03.2026 18:09\n"
    ).read()
    #expect(sheet.all.interactions.map(\.interactionID) == ["", ""])
  }

  /// The number of an event without a name may be the next event's too, and so may a day of registering where another
  /// column has the event's.
  @Test func whatTellsAGuestFromAllOthers() throws {
    func visits(_ table: String) throws -> [Interaction] { try Sample(table).read().all.interactions }
    let numbered = try visits("Attendee #,Event Name,Email,Order Date\n70,Open Day,ann@example.org,2026-03-13 10:00\n")
    #expect(numbered.map(\.hasLastingID) == [true])
    let unnamed = try visits("Attendee #,Order #,Email,Order Date\n70,900,ann@example.org,2026-03-13 10:00\n")
    #expect(unnamed.map(\.interactionID) == ["70"] && unnamed.map(\.hasLastingID) == [false])
    let registered = try visits(
      "Event Name,Email,Registration Date,Check-in Time\nTalk,ann@example.org,2026-03-13 10:00,\n"
        + "Talk,bob@example.org,2026-03-14 10:00,2026-04-01 18:30\nTalk,,2026-03-14 10:00,2026-04-01 18:30\n")
    #expect(registered.map(\.interactionID) == ["2026-03-13", "2026-03-14", ""])
    #expect(registered.map(\.hasLastingID) == [true, true, false])
    let weekly = try visits(
      "Event Name,Event Date,Email,Registration Date,Checked in\nYoga,2026-04-01,ann@example.org,2026-03-13 10:00,yes\n"
    )
    #expect(weekly.map(\.interactionID) == [""] && weekly.map(\.hasLastingID) == [false])
  }
}
