import Reporting

/// What `portfolio --json` tells.
struct PortfolioAnswer: Encodable {
  let portfolio: String
  let week: String?
  let reports: Int
  let needALook: Int
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

  init(_ portfolio: Reporting.Portfolio, path: String) {
    self.portfolio = path
    week = portfolio.week?.description
    reports = portfolio.reports
    needALook = portfolio.needingALook
    clients = portfolio.clients.map { client in
      var problem: String?
      if case .problem(let reason) = client.content { problem = reason }
      return Client(
        client: client.name, folder: client.folder, week: client.record?.week.description,
        asOf: client.record?.asOf.description, currency: client.record?.currency?.code,
        attention: client.attention.rawValue, problem: problem)
    }
  }
}
