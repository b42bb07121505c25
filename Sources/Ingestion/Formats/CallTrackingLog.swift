import Vocabulary

/// A list of calls of a call tracking service: one call a record, with what led to it. No real file stands behind it yet.
///
/// Durations are in seconds, or a length of time (`0:01:23`, `1m 23s`). A caller who withholds the number is nobody, not an error.
struct CallTrackingLog: SourceFormat {
  static let title = "call tracking log"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case callID, start, caller, duration, numberName, trackingNumber, outcome, answered, email, source, medium
    case campaign, value, currency
  }

  private static let names: [Field: [String]] = [
    .callID: ["call id", "id"], .start: ["start time", "call start time", "call start", "started at", "call time"],
    .caller: [
      "caller number", "caller phone number", "customer phone number", "caller phone", "caller id", "from number",
      "phone number",
    ],
    .duration: [
      "duration (seconds)", "duration (s)", "duration in seconds", "call duration (seconds)", "call duration",
      "duration",
    ],
    .numberName: ["number name", "tracking number name"],
    .trackingNumber: ["tracking number", "tracking phone number", "number called", "destination number", "to number"],
    .outcome: ["call status", "status", "disposition"], .answered: ["answered"],
    .email: ["email", "email address", "caller email"], .source: ["source", "call source", "tracking source"],
    .medium: ["medium"], .campaign: ["campaign", "campaign name"], .value: ["value", "call value"],
    .currency: ["currency"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var start: DateColumn
  private var currency: CurrencyColumn
  private var moments = AlikeMoments()
  private var roundedCallers = 0

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: CallTrackingLog.names)
    let hasOutcome = map.has(.outcome) || map.has(.answered)
    guard map.has(.caller), map.has(.duration), hasOutcome || map.has(.source),
      map.has(.trackingNumber) || map.has(.numberName) || (hasOutcome && map.has(.source)),
      let start = DateColumn(map[.start], name: map.name(.start))
    else { return nil }
    self.map = map
    self.start = start
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.value], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    start.survey(record)
    currency.survey(record)
    if IdentifierText.isRounded(record[map[.caller]]) { roundedCallers += 1 }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    try start.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.start, .caller, .duration], options)
    findings.currency = currency.ofFile
    findings.window = start.window
    findings.metrics = [.interactions]
    findings.notes += numbers.caveats
    if roundedCallers > 0 {
      findings.notes.append(
        "\(roundedCallers) \(roundedCallers == 1 ? "cell" : "cells") of \"\(map.name(.caller))\" "
          + "\(roundedCallers == 1 ? "holds" : "hold") a telephone number that a spreadsheet has rounded: the calls are kept "
          + "without it, and count twice beside an export that has it; take the service's own file")
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try start.required(record)
    var call = Interaction(
      origin: RecordOrigin(record), platform: "Call tracking", kind: .call,
      interactionID: try IdentifierCell.text(record, map[.callID], name: map.name(.callID)), day: date.day)
    call.instant = date.instant
    let label = record.text(map[.numberName])
    call.name = label.isEmpty ? record.text(map[.trackingNumber]) : label
    call.email = try PersonalCell.email(record, map[.email], name: map.name(.email))
    call.phone = PersonalCell.firstPhone(record, [map[.caller]])
    call.seconds = try seconds(record)
    call.outcome = outcome(record)
    if call.interactionID.isEmpty, call.instant == nil, let second = date.secondOfDay {
      call.interactionID = name(call, minute: date.minuteText, second: second)
    }
    call.source = record.text(map[.source])
    call.medium = record.text(map[.medium])
    call.campaign = record.text(map[.campaign])
    let value = try numbers.amount(.value, record)
    call.valueMicros = value?.micros
    if value != nil { call.currency = try currency.currency(record, of: [value], name: map.name(.value)) }
    batch.interactions.append(call)
  }

  /// Where neither an id nor an offset tells calls apart, the clock of the cell does.
  private mutating func name(_ call: Interaction, minute: String, second: Int) -> String {
    let alike = [minute, call.phone?.normalized ?? "", call.name, call.outcome, call.seconds.map { "\($0)" } ?? ""]
    let place = moments.place(of: alike, second: second)
    return place == 1 ? minute : "\(minute) #\(place)"
  }

  private func seconds(_ record: RawRecord) throws(RowProblem) -> Int64? {
    let cell = record[map[.duration]]
    guard !BlankText.isMissing(cell) else { return nil }
    guard let seconds = NumberFormat.plain.whole(cell) ?? DurationText.micros(cell).map({ $0 / Micros.perUnit }),
      seconds >= 0
    else {
      throw RowProblem(
        column: map.name(.duration), found: "text that is no duration", expected: "seconds, or a clock such as 0:01:23")
    }
    return seconds
  }

  private func outcome(_ record: RawRecord) -> String {
    if let isAnswered = FlagCell.value(record, map[.answered]) { return isAnswered ? "answered" : "missed" }
    let word = record.text(map.has(.outcome) ? map[.outcome] : map[.answered]).lowercased()
    return word.hasSuffix(" call") ? String(word.dropLast(5)) : word
  }
}
