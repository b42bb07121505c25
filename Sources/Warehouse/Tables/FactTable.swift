/// One table of facts: which columns tell what a fact is about, and which what it says.
struct FactTable {
  let name: String
  /// The natural key.
  let dimensions: [String]
  let measures: [String]
  /// Whether one file may rightly hold several rows under one key (campaigns of one name without ids), or a second
  /// one contradicts the first (two states of one order).
  let acceptsSeveralPerKey: Bool
  /// The dimension that a row may lack until somebody says it, and be the same row: a currency. Two that are known and
  /// differ are two rows.
  var fillable: String?
  /// Whether rows that say the same of the same thing, but are not the same word for word, are several: a report by month
  /// read without its column of months, a sheet of two tills. Elsewhere many rows may tell of one thing.
  var countsEachRecord = false
  /// Measures that tell of one state together: they are of one row, what it lacks of them too, or a deal would be won at
  /// the stage at which it was lost.
  var states: [[String]] = []
  /// Where the newer row has another word of the state, and not the measure that the older row's word implied, that went
  /// with the word.
  var implied: Implied?
  /// Measures by which a row itself tells on which day its state began: the later is the newer, unless both files say on
  /// which day they were made.
  var stateDays: [String] = []
  /// The measure in which rows that have a `FactRow.key` must agree, or one lack it, to be of one thing.
  var agreement: String?
  /// Measures of which the first that both rows have tells whether two files may be of one account: see `RestatedScale`.
  var scales: [String] = []
  /// Measures that a thing keeps for life. One may have been put right; where two differ, the rows are of two things: orders
  /// of two shops that both count from 1.
  var lasting: [String] = []
  /// The measure with the day on which a thing began, and one by which it is the same whatever that day says: see
  /// `RestatedBeginnings`.
  var beginning: String?
  var identifying: String?
  /// The measures with the word that says whether something has happened, and with its day: see `Happening`.
  var happening: (outcome: String, day: String)?

  /// A measure that a state's word may imply without saying it: what an order called refunded gave back. It is then equal to
  /// one of the wholes; what is less was said, and stays. Without wholes it always goes with the word: the day on which an
  /// open deal was expected to close.
  struct Implied {
    var state: String
    var measure: String
    var wholes: [String] = []
  }

  /// As a message calls one of its facts: `list membership`.
  var noun: String { name.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) } }

  static let all = [
    AdPerformanceTable.table, WebTrafficTable.table, SocialMetricTable.table, ContactTable.table,
    ContactMergeTable.table, CompanyTable.table, DealTable.table, DealStageChangeTable.table, DealContactTable.table,
    AdCampaignTable.table, ListMembershipTable.table, CustomerOrderTable.table, OrderLineTable.table, RefundTable.table,
    PaymentTable.table, SubscriptionTable.table, InvoiceTable.table, OfflineSaleTable.table, ProductTable.table,
    ExchangeRateTable.table, WebSessionTable.table, WebEventTable.table, SocialPostTable.table, EmailEventTable.table,
    EmailCampaignTable.table, SurveyAnswerTable.table, InteractionTable.table,
  ]
}

/// A fact in the form in which it is stored. Texts have become ids of dictionary rows.
struct FactRow {
  var dimensions: [Int64?]
  var measures: [Int64?]
  var line: Int
  var section: Int
  /// See `RecordOrigin`.
  var content: UInt64 = 0
  /// Whether no other row of its file may have its key, in a table that holds several per key.
  var isOnlyOne = false
  /// The value of `FactTable.happening`'s outcome that says that it has happened; nil where that tells nothing apart.
  var happened: Int64?
  /// What the row is known by where that is more than its dimensions, or less.
  var key: [Int64?]?
}
