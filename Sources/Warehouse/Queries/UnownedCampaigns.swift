import GRDB
import Vocabulary

/// Campaigns of a file that names no account, beside campaigns of their names in several accounts' files: nothing tells
/// whose they are, and they count beside those.
package struct UnownedCampaigns: Equatable, Sendable {
  /// SHA-256 of the file without an account.
  package var digest: String
  /// Its name.
  package var file: String
  /// How many, by name.
  package var campaigns: Int
  /// Those that have one of the names in the same days, in order.
  package var accounts: [String]
  /// From the first to the last day that such an account's file tells too.
  package var window: DateWindow
  /// SHA-256 of the files that name such an account: any of them may have come last.
  package var rivals: Set<String>

  /// What a file's campaigns have in common with those of named accounts.
  private struct Overlap {
    var campaigns: Set<String> = []
    var accounts: Set<String> = []
    var files: Set<Int64> = []
    var window: DateWindow?
  }

  private struct Teller: Hashable {
    let file: Int64
    let account: String
    let campaignID: String
  }

  /// By file, in the order of their digests. Reads the figures of campaigns where a platform has rows without an account
  /// and two accounts or more, and none otherwise.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [UnownedCampaigns] {
    try warehouse.read { db in
      guard try Bool.fetchOne(db, sql: severalSQL) == true else { return [] }
      var overlaps: [Int64: Overlap] = [:]
      for (platform, accounts) in try AdAccounts.byPlatform(in: db) where accounts.isDoubtful {
        let figures = try CampaignFigures.fetch(on: platform, in: db)
        let ids = EntityIDs(figures.lazy.map(\.campaignID))
        for (campaign, told) in Dictionary(grouping: figures, by: \.campaign) {
          add(campaign, told, accounts, ids, to: &overlaps)
        }
      }
      guard !overlaps.isEmpty else { return [] }
      let files = try Row.fetchAll(db, sql: "SELECT id, name, digest FROM sourceFile ORDER BY digest")
      let digests = Dictionary(files.map { ($0["id"] as Int64, $0["digest"] as String) }) { first, _ in first }
      return files.compactMap { file -> UnownedCampaigns? in
        guard let overlap = overlaps[file["id"]], let window = overlap.window else { return nil }
        return UnownedCampaigns(
          digest: file["digest"], file: file["name"], campaigns: overlap.campaigns.count,
          accounts: overlap.accounts.sorted(), window: window, rivals: Set(overlap.files.compactMap { digests[$0] }))
      }
    }
  }

  private static func add(
    _ campaign: String, _ told: [CampaignFigures], _ accounts: AdAccounts, _ ids: EntityIDs,
    to overlaps: inout [Int64: Overlap]
  ) {
    var windows: [Teller: DateWindow] = [:]
    for figures in told where !figures.areNothing {
      let teller = Teller(file: figures.file, account: figures.account, campaignID: figures.campaignID)
      windows[teller] = windows[teller]?.union(figures.window) ?? figures.window
    }
    for (own, days) in windows
    where own.account.isEmpty && accounts.account("", campaign: campaign, id: own.campaignID).isEmpty {
      for (other, others) in windows where !other.account.isEmpty && ids.mayBeOne(own.campaignID, other.campaignID) {
        guard let common = days.clipped(to: others) else { continue }
        var overlap = overlaps[own.file] ?? Overlap()
        overlap.campaigns.insert(campaign)
        overlap.accounts.insert(accounts.account(other.account, campaign: campaign, id: other.campaignID))
        overlap.files.insert(other.file)
        overlap.window = overlap.window?.union(common) ?? common
        overlaps[own.file] = overlap
      }
    }
  }

  private static let severalSQL = """
    SELECT EXISTS (
      SELECT 1 FROM adEntity GROUP BY platform HAVING MIN(account) = '' AND COUNT(DISTINCT account) > 2
    )
    """
}
