import Vocabulary

/// How one vendor words an advertising table: which headers mean what, and what its figures and days are.
struct AdWording: Sendable {
  /// As facts name the vendor.
  let platform: String
  /// Where a row's ads ran, unless `channels` says more.
  let channel: Channel
  /// Headers by `Header.key`, the usual one first.
  var names: [AdField: [String]]
  /// Channels by the words of the column `campaignType`, or of `network` where there is no such column.
  var channels: [String: Channel] = [:]
  /// Columns that split a campaign's, group's or ad's row, in the order in which facts name them.
  var breakdowns: [AdField] = []
  /// Columns in millionths of a unit, as the vendor's interface gives them.
  var microFields: Set<AdField> = []
  /// The days are of this zone, whatever the account's is.
  var timeZone: String?
  /// What a number means that reads both ways; nil asks.
  var habit: NumberFormat? = .plain
  /// What a date means that reads both ways; nil asks.
  var dateOrder: DateOrder?
  /// The column of ends holds moments: a period that ends at midnight ends with the day before. Where it holds days, a
  /// spreadsheet may still write a midnight beside them.
  var endsAreMoments = false
  /// The day column may hold the hour too, and a row is then an hour's.
  var mayBeHourly = false
  /// The only results of column `resultType` that are counted, since the others tell of the same events again.
  var countedResults: Set<String>?
}
