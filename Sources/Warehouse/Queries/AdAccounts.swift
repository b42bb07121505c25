import GRDB
import Vocabulary

/// Which accounts of a platform are one that bears several names, and whose the rows are that name none.
///
/// A platform numbers its campaigns itself. Accounts under which the same campaign's id stands are therefore one: renamed,
/// or named by its id in another report. A name under which a table of one's own holds several of them, as a client's,
/// joins none: its rows are of the account that has their campaign's id. A row without an account is of the account that
/// has its campaign's id, else of the platform's only one, else of the only one that tells the same figures under its
/// campaign's name (`settle`). Names of campaigns alone prove nothing of accounts: two clients both have "Brand".
struct AdAccounts {
  /// That a file told of a campaign.
  struct Telling {
    var account: String
    var campaign: String
    var campaignID: String
    var file: Int64
    /// False where a mapping reads the file: whoever keeps such a table may number each account's campaigns from 1, or
    /// book one campaign of theirs with several publishers.
    var isOfPlatform = true
    /// False for keywords and search terms.
    var isWhole = true
  }

  /// Shorter ids are no platform's: "0" for what has no campaign, "17" or "1001" of somebody's list.
  private static let shortestID = 6

  private let names: DisjointSets<String>
  /// The platform's only account; "" where there are several or none.
  private let only: String
  /// Of rows without an account.
  private let campaigns: EntityNames
  /// By root of `campaigns`.
  private var owners: [String: String]
  /// By campaign's id, the account as the platform names it.
  private let accounts: [String: String]
  /// Whether rows without an account bear names of campaigns that accounts have, so that figures alone can tell whose they
  /// are.
  let isDoubtful: Bool

  init(_ tellings: [Telling]) {
    let named = tellings.filter { !$0.account.isEmpty }
    var names = DisjointSets<String>()
    var accounts: [String: String] = [:]
    let proven = Dictionary(grouping: named, by: \.campaignID).filter { Self.isProof($0.key, $0.value) }
    for (id, told) in proven {
      let own = told.filter(\.isOfPlatform)
      for telling in own.dropFirst() { names.unite(own[0].account, telling.account) }
      accounts[id] = own.first?.account
    }
    var held: [String: Set<String>] = [:]
    for (id, told) in proven {
      guard let account = accounts[id] else { continue }
      for telling in told where !telling.isOfPlatform {
        held[telling.account, default: []].insert(names.root(of: account))
      }
    }
    for (name, roots) in held where roots.count == 1 {
      for root in roots { names.unite(name, root) }
    }
    let whole = named.filter(\.isWhole)
    let roots = Set((whole.isEmpty ? named : whole).map { names.root(of: $0.account) })
    only = roots.count == 1 ? roots.first ?? "" : ""
    let nameless = tellings.filter(\.account.isEmpty)
    var campaigns = EntityNames()
    for telling in nameless { campaigns.join(telling.campaign, id: telling.campaignID) }
    campaigns.separateIDs()
    var owners: [String: Set<String>] = [:]
    for telling in nameless {
      guard let account = accounts[telling.campaignID] else { continue }
      let campaign = campaigns.root(of: telling.campaign, id: telling.campaignID)
      owners[campaign, default: []].insert(names.root(of: account))
    }
    self.names = names
    self.accounts = accounts
    self.campaigns = campaigns
    let sole = owners.compactMapValues { $0.count == 1 ? $0.first : nil }
    self.owners = sole
    let isOpen = roots.count > 1 && !nameless.isEmpty
    let known = isOpen ? Set(named.lazy.map(\.campaign)).subtracting([""]) : []
    isDoubtful = nameless.contains { telling in
      known.contains(telling.campaign) && sole[campaigns.root(of: telling.campaign, id: telling.campaignID)] == nil
    }
  }

  /// Gives a campaign without an account to the only one that tells the same cost and impressions under its name in at
  /// least half of the windows that they have in common: the last days may have been restated. It must do so beside each
  /// file, since one of them may be another account's.
  mutating func settle(_ figures: [CampaignFigures]) {
    let ids = EntityIDs(figures.lazy.map(\.campaignID))
    var likeness: [String: [String: [Int64: Likeness]]] = [:]
    for told in Dictionary(grouping: figures, by: \.campaign).values {
      let named = Dictionary(grouping: told.filter { !$0.account.isEmpty }, by: \.window)
      for own in told where own.account.isEmpty && own.areTelling {
        let campaign = campaigns.root(of: own.campaign, id: own.campaignID)
        let namesakes = (named[own.window] ?? []).filter { ids.mayBeOne(own.campaignID, $0.campaignID) }
        let byAccount = Dictionary(grouping: namesakes) {
          self.account($0.account, campaign: $0.campaign, id: $0.campaignID)
        }
        for (account, others) in byAccount {
          likeness[campaign, default: [:]][account, default: [:]][own.file, default: Likeness()]
            .add(others.contains { own.areEqual(to: $0) })
        }
      }
    }
    for (campaign, byAccount) in likeness where owners[campaign] == nil {
      let alike = byAccount.filter { $0.value.values.allSatisfy(\.isProof) }
      if alike.count == 1 { owners[campaign] = alike.first?.key }
    }
  }

  /// Of a file without an account to an account's.
  private struct Likeness {
    private var windows = 0
    private var equal = 0

    var isProof: Bool { equal * 2 >= windows }

    mutating func add(_ isEqual: Bool) {
      windows += 1
      if isEqual { equal += 1 }
    }
  }

  func account(_ account: String, campaign: String, id: String) -> String {
    if !account.isEmpty { return names.root(of: accounts[id] ?? account) }
    if owners.isEmpty { return only }
    return owners[campaigns.root(of: campaign, id: id)] ?? only
  }

  /// Whether an id is the platform's own, and of one campaign: a spreadsheet has not cut it, and no file tells of it
  /// under two accounts side by side.
  private static func isProof(_ id: String, _ told: [Telling]) -> Bool {
    guard id.utf8.count >= shortestID, !EntityIDs.isCut(id), told.contains(where: \.isOfPlatform) else { return false }
    var accounts: [Int64: String] = [:]
    return told.allSatisfy { telling in
      let known = accounts[telling.file] ?? telling.account
      accounts[telling.file] = known
      return known == telling.account
    }
  }
}

extension AdAccounts {
  /// By platform. O(campaigns · files), and O(rows) where figures alone can tell.
  static func byPlatform(in db: Database) throws -> [String: AdAccounts] {
    let rows = Dictionary(grouping: try Row.fetchAll(db, sql: sql)) { $0["platform"] as String }
    var platforms = rows.mapValues { AdAccounts($0.map(Telling.init)) }
    for (platform, accounts) in platforms where accounts.isDoubtful {
      let figures = try CampaignFigures.fetch(on: platform, in: db)
      platforms[platform]?.settle(figures)
    }
    return platforms
  }

  private static let sql = """
    SELECT DISTINCT e.platform, e.account, e.campaign, e.campaignID, d.sourceFile, f.format,
      (\(AdSpendRows.isWholeDelivery)) AS isWhole
    FROM adDelivery AS d
    JOIN adEntity AS e ON e.id = d.entity
    JOIN sourceFile AS f ON f.id = d.sourceFile
    """
}

extension [String: AdAccounts] {
  /// The same for all names of one account of the platform; "" where nothing tells which it is.
  func account(_ account: String, on platform: String, campaign: String, id: String) -> String {
    self[platform]?.account(account, campaign: campaign, id: id) ?? account
  }
}

extension AdAccounts.Telling {
  fileprivate init(_ row: Row) {
    account = row["account"]
    campaign = row["campaign"]
    campaignID = row["campaignID"]
    file = row["sourceFile"]
    let format: String = row["format"]
    isOfPlatform = !format.hasPrefix(SourceFile.mappingPrefix)
    isWhole = row["isWhole"]
  }
}
