import Foundation
import Ingestion
import Testing
import Vocabulary

@testable import fairlead

/// Every figure of the reference on a shop's sessions, events and orders, through the tool's own reader.
@Suite("Shop events", .enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
struct ShopEventsTests {
  /// Rows by the name of the column.
  private func rows(_ file: String) throws -> [[String: String]] {
    let path = LabReference.folder.appending(path: "data/shop_events/\(file)").path()
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    var (header, rows): ([String], [[String: String]]) = ([], [])
    let summary = try export.rawRows { cells in
      if header.isEmpty {
        header = cells
      } else {
        rows.append(Dictionary(zip(header, cells)) { first, _ in first })
      }
    }
    #expect(summary.rowsRejected == 0)
    return rows
  }

  private func table(_ key: String) throws -> [String: Double] {
    try LabReference.table("rfm_aggregates.json", ["shop_events", key])
  }

  private func counts(_ values: [String]) -> [String: Double] {
    Dictionary(grouping: values) { $0 }.mapValues { Double($0.count) }
  }

  @Test func figures() throws {
    let (sessions, events, orders) = (
      try rows("sessions.csv.gz"), try rows("events.csv.gz"), try rows("orders.csv")
    )
    for (name, count) in [("sessions", sessions.count), ("events", events.count), ("orders", orders.count)] {
      #expect(Double(count) == (try LabReference.number("rfm_aggregates.json", ["shop_events", name])), "\(name)")
    }
    let kinds = Dictionary(grouping: events) { $0["event_type"] ?? "" }
    #expect(
      kinds.mapValues { Double(Set($0.map { $0["session_id"] ?? "" }).count) } == (try table("event_types_sessions")))
    #expect(counts(sessions.map { $0["channel"] ?? "" }) == (try table("sessions_by_channel")))
    // A session that stands there twice counts an order twice, as the reference's join does.
    let channels = Dictionary(grouping: sessions) { $0["session_id"] ?? "" }.mapValues {
      $0.map { $0["channel"] ?? "" }
    }
    #expect(counts(orders.flatMap { channels[$0["session_id"] ?? ""] ?? [] }) == (try table("orders_by_channel")))
    var net: [String: Int64] = [:]
    for order in orders {
      let micros = try OnlineRetail.micros(order["net_amount"] ?? "")
      for channel in channels[order["session_id"] ?? ""] ?? [] { net[channel, default: 0] += micros }
    }
    let expected = try table("net_by_channel")
    #expect(Set(net.keys) == Set(expected.keys))
    for (channel, sum) in expected { #expect(abs(Micros.double(net[channel] ?? 0) - sum) <= 1e-9 * sum, "\(channel)") }
  }
}
