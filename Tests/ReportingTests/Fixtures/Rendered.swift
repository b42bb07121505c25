@testable import Analysis
@testable import Reporting

/// The fixtures as finished reports.
enum Rendered {
  static let site = Site(
    brand: Fixture.brand, pseudonym: { "C-\(String($0.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFFF }, radix: 16))" }
  )

  static let names = ["full", "empty", "young", "hostile"]

  static func findings(_ name: String) -> Findings {
    switch name {
    case "full": Fixture.full
    case "empty": Fixture.empty
    case "young": Fixture.young
    default: Fixture.hostile
    }
  }

  static func files(_ name: String) throws -> [ReportFile] { try site.render(findings(name)) }

  static func pages(_ name: String) throws -> [(path: String, html: String)] {
    try files(name).filter { $0.path.hasSuffix(".html") }.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }
}

extension Fixture {
  static let brand: Brand = {
    guard let brand = try? Brand(name: "Fernhill Agency", closing: "Fernhill Agency, 1 High Street") else {
      preconditionFailure("the fixture's accent is a colour")
    }
    return brand
  }()
}
