import Vocabulary

/// The sums of one file's facts, whatever became of them, by section and metric, in millionths: what a total that the
/// file itself states is held against.
struct FileTotals {
  struct Key: Hashable {
    var section: Int
    var metric: TotalMetric
  }

  /// By section, a sum for each metric at the metric's place.
  private var bySection: [Int: [Int64?]] = [:]
  /// The section in hand, whose sums are not among `bySection`.
  private var current = FileTotals.none
  private var section = 0
  private let file: String

  private static let none = [Int64?](repeating: nil, count: TotalMetric.allCases.count)

  var sums: [Key: Int64] {
    var all = bySection
    all[section] = current
    var sums: [Key: Int64] = [:]
    for (section, places) in all {
      for metric in TotalMetric.allCases { sums[Key(section: section, metric: metric)] = places[metric.place] }
    }
    return sums
  }

  init(file: String) { self.file = file }

  mutating func add(_ micros: Int64?, _ metric: TotalMetric, section: Int) throws(WarehouseError) {
    guard let micros else { return }
    if section != self.section {
      bySection[self.section] = current
      current = bySection[section] ?? FileTotals.none
      self.section = section
    }
    let (sum, overflows) = (current[metric.place] ?? 0).addingReportingOverflow(micros)
    guard !overflows else { throw .totalTooLarge(file: file, metric: metric.rawValue) }
    current[metric.place] = sum
  }

  mutating func add(count: Int64?, _ metric: TotalMetric, section: Int) throws(WarehouseError) {
    guard let count else { return }
    let (micros, overflows) = count.multipliedReportingOverflow(by: Micros.perUnit)
    guard !overflows else { throw .totalTooLarge(file: file, metric: metric.rawValue) }
    try add(micros, metric, section: section)
  }

  mutating func add(_ record: AdPerformance) throws(WarehouseError) {
    let section = record.origin.section
    try add(record.spendMicros, .spend, section: section)
    try add(count: record.impressions, .impressions, section: section)
    try add(count: record.clicks, .clicks, section: section)
    try add(record.conversionsMicros, .conversions, section: section)
    try add(record.conversionValueMicros, .revenue, section: section)
  }

  mutating func add(_ record: WebTraffic) throws(WarehouseError) {
    let metric: TotalMetric
    switch record.metric {
    case .users: metric = .users
    case .sessions: metric = .sessions
    case .views: metric = .views
    case .conversions: metric = .conversions
    case .revenue: metric = .revenue
    case .clicks: metric = .clicks
    case .impressions: metric = .impressions
    default: return
    }
    try add(record.valueMicros, metric, section: record.origin.section)
  }

  mutating func add(_ record: CustomerOrder) throws(WarehouseError) {
    try add(count: 1, .orders, section: record.origin.section)
    try add(record.subtotalMicros, .revenue, section: record.origin.section)
  }

  mutating func add(_ record: Contact) throws(WarehouseError) {
    try add(count: 1, .contacts, section: record.origin.section)
  }
}

extension TotalMetric {
  /// Among the cases, in the order of their declaration, as which such an enumeration is stored: to hash it five times a
  /// row is a tenth of the work of a load.
  fileprivate var place: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
