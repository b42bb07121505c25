import Computation
import Testing

@testable import Modeling

@Suite("ItemAssociation")
struct ItemAssociationTests {
  private func baskets(_ texts: [String]) throws -> Baskets {
    var items: [String] = []
    var places: [Substring: Int] = [:]
    let baskets = texts.map { text in
      text.split(separator: " ").map { name in
        let place = places[name] ?? items.count
        if place == items.count {
          places[name] = place
          items.append(String(name))
        }
        return place
      }
    }
    return try Baskets(items: items, baskets: baskets)
  }

  @Test("support, confidence, lift, χ² and G² of a table by hand")
  func byHand() throws {
    // Of 10 baskets 5 hold tea, 4 milk, 3 both: table 3 2 / 1 4, expected 2 3 / 2 3.
    let texts = ["tea milk tea", "milk tea", "tea milk x", "tea", "tea", "milk", "", "", "", ""]
    let fitted = try ItemAssociation(minimumSupport: 0.2).fit(baskets(texts))
    #expect(fitted.items == ["milk", "tea", "x"])
    #expect(fitted.counts == [4, 5, 1])
    #expect(fitted.baskets == 10)
    #expect(fitted.pairCount == 1)
    let rule = try #require(fitted.rules(from: "tea")?.first)
    #expect(rule.to == "milk" && rule.together == 3)
    #expect(rule.support == 0.3)
    #expect(rule.confidence == 0.6)
    #expect(rule.lift == 1.5)
    // 1/2 + 1/3 + 1/2 + 1/3; 2 (3 ln 1.5 + 2 ln ⅔ + ln ½ + 4 ln 4⁄3) by Python.
    #expect(abs(rule.chiSquare - 5.0 / 3) < 1e-14)
    #expect(abs(rule.logLikelihoodRatio - 1.7260924347106847) < 1e-13)
    #expect(fitted.rules(from: "milk")?.first?.confidence == 0.75)
    #expect(fitted.rules(from: "x") == [])
    #expect(fitted.rules(from: "soap") == nil)
    #expect(fitted.rules().map(\.from) == ["milk", "tea"])
  }

  @Test("an item in every basket tells nothing; items that shun each other come last")
  func edges() throws {
    let fitted = try ItemAssociation(minimumSupport: 0).fit(baskets(["a b c", "a b", "a d", "a d", "a c d", "a b"]))
    for rule in fitted.rules(from: "a") ?? [] {
      #expect(rule.chiSquare == 0)
      #expect(rule.logLikelihoodRatio == 0)
      #expect(rule.lift == 1)
    }
    // c with b: 1 of 6, expected 1: no more than chance.
    #expect(fitted.rules(from: "b")?.map(\.to) == ["a", "c"])
    #expect(throws: FitProblem.noRows(model: "Baskets")) { try baskets(["", ""]) }
    for support in [-0.1, 1.1, .nan] {
      #expect(throws: FitProblem.self) { try ItemAssociation(minimumSupport: support).fit(baskets(["a"])) }
    }
  }

  @Test("counts as a plain count does, on any number of workers")
  func plainCount() throws {
    var generator = SeededGenerator(seed: 4)
    let contents = (0..<2_000).map { _ in (0..<generator.integer(below: 9)).map { _ in generator.integer(below: 150) } }
    let names = (0..<150).map { "i\(1_000 + $0)" }
    let baskets = try Baskets(items: names, baskets: contents)
    let model = ItemAssociation(minimumSupport: 0.002)
    let fitted = try model.fit(baskets)
    #expect(try model.fit(baskets, on: Workers(count: 2)) == fitted)
    var expected = 0
    for first in 0..<150 {
      for second in (first + 1)..<150 {
        let count = contents.count { $0.contains(first) && $0.contains(second) }
        if count >= 4 { expected += count }
      }
    }
    #expect(fitted.rules().reduce(0) { $0 + $1.together } == 2 * expected)
  }

  /// Counted in Python and by mlxtend 0.25: baskets are invoices whose number does not begin with C, support 1 %.
  @Test(
    "counts of Online Retail", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func onlineRetail() throws {
    var invoices: [Substring: Int] = [:]
    var places: [Substring: Int] = [:]
    var items: [String] = []
    var contents: [[Int]] = []
    for line in try SharedReference.lines("online_retail/online-retail.csv.gz").dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2)
      if cells[0].hasPrefix("C") { continue }
      let invoice = invoices[cells[0]] ?? contents.count
      if invoice == contents.count {
        invoices[cells[0]] = invoice
        contents.append([])
      }
      let place = places[cells[1]] ?? items.count
      if place == items.count {
        places[cells[1]] = place
        items.append(String(cells[1]))
      }
      contents[invoice].append(place)
    }
    let baskets = try Baskets(items: items, baskets: contents)
    #expect(baskets.count == 22_064)
    #expect(baskets.items.count == 4_059)
    #expect(baskets.contents.count == 522_086)
    let fitted = try ItemAssociation(minimumSupport: 0.01).fit(baskets, on: Workers(count: 2))
    #expect(fitted.pairCount == 665)
    let rules = fitted.rules()
    #expect(rules.count == 1_330)
    #expect(rules.reduce(0) { $0 + $1.together } == 2 * 202_578)
    #expect(abs(rules.reduce(0) { $0 + $1.lift } / 1_330 - 8.735893873963068) < 1e-9)
    #expect(rules[0].from == "22697" && rules[0].to == "22699")
    expectClose(
      [rules[0].support, rules[0].confidence, rules[0].lift, rules[0].chiSquare, rules[0].logLikelihoodRatio],
      [0.03480783176214648, 0.7566502463054188, 15.661098531409719, 11609.970633537523, 4283.971578109459])
    #expect(rules[2].from == "22697" && rules[2].to == "22698")
    #expect(abs(rules[2].logLikelihoodRatio - 3693.3304564680943) < 1e-8)
  }
}
