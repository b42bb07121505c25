import Reporting

/// What `portfolio --json` tells.
struct PortfolioAnswer: Encodable {
  let portfolio: String
  let week: String?
  let reports: Int
  let needALook: Int
  /// Phrases of the page that stand in English.
  let untranslated: [String]
  /// In the order of the page.
  let clients: [Client]

  struct Client: Encodable {
    let client: String
    let folder: String
    let week: String?
    let asOf: String?
    let currency: String?
    let attention: String
    /// Why there is no report.
    let problem: String?
  }

  init(_ portfolio: Reporting.Portfolio, path: String, untranslated: [String]) {
    self.untranslated = untranslated
    self.portfolio = path
    week = portfolio.week?.description
    reports = portfolio.reports
    needALook = portfolio.needingALook
    clients = portfolio.clients.map { client in
      Client(
        client: client.name, folder: client.folder, week: client.record?.week.description,
        asOf: client.record?.asOf.description, currency: client.record?.currency?.code,
        attention: client.attention.rawValue, problem: client.problem)
    }
  }
}
