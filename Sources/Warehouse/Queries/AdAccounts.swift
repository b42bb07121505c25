import GRDB
import Vocabulary

/// Which accounts of a platform are one that bears several names, and whose the rows are that name none.
///
/// A platform numbers its campaigns itself. Accounts under which the same campaign's id stands are therefore one: renamed,
/// or named by its id in another report. A name under which a table of one's own holds several of them, as a client's,
/// joins none: its rows are of the account that has their campaign's id. A row without an account is of the account that
/// has its campaign's id, else of the platform's only one. The names of campaigns prove nothing of accounts: two clients
/// both have "Brand".
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
  private let owners: [String: String]
  /// By campaign's id, the account as the platform names it.
  private let accounts: [String: String]

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
    self.owners = owners.compactMapValues { $0.count == 1 ? $0.first : nil }
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
  /// By platform. O(campaigns · files).
  static func byPlatform(in db: Database) throws -> [String: AdAccounts] {
    let rows = Dictionary(grouping: try Row.fetchAll(db, sql: sql)) { $0["platform"] as String }
    return rows.mapValues { AdAccounts($0.map(Telling.init)) }
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
