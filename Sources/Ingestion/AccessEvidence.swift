import Vocabulary

/// What the whole of an access log tells: its days, its zone, its site, and whether it records agents.
struct AccessEvidence: Sendable {
  private(set) var window: DateWindow?
  private(set) var hasAgents = false
  private var offset: Int?
  private var hasOffsets = false
  private var siteBytes: [UInt8]?
  private var hasSites = false

  mutating func observe(_ time: LogTime, site: UnsafeBufferPointer<UInt8>, agent: UnsafeBufferPointer<UInt8>) {
    if window?.contains(time.day) != true {
      window = window.map { $0.union(DateWindow(day: time.day)) } ?? DateWindow(day: time.day)
    }
    if let offset = time.offset, self.offset != offset {
      hasOffsets = self.offset != nil
      self.offset = offset
    }
    if !agent.isEmpty { hasAgents = true }
    guard !site.isEmpty, siteBytes?.elementsEqual(site) != true else { return }
    hasSites = siteBytes != nil
    siteBytes = Array(site)
  }

  /// The one host that was asked for; nil where there are several or the log does not say.
  var site: String? {
    guard !hasSites, let siteBytes else { return nil }
    return siteBytes.withUnsafeBufferPointer { RequestAddress.faithful($0) }.lowercased()
  }

  /// `+02:00`; nil where there is none or, as when the clocks change, more than one.
  var zone: String? {
    guard !hasOffsets, let offset else { return nil }
    let minutes = abs(offset) / 60
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
