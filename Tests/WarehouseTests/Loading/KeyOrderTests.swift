import Testing

@testable import Warehouse

struct KeyOrderTests {
  /// As `TextDictionary` uses it.
  private func place(of key: String, in order: inout KeyOrder<String>) -> Int {
    order.guess { $0 == key } ?? order.place(of: key) ?? order.add(key)
  }

  @Test func placesAreThoseOfFirstUse() {
    var order = KeyOrder<String>()
    let places = ["a", "b", "c", "a", "b", "c", "c", "a", "d", "b"].map { place(of: $0, in: &order) }
    #expect(places == [0, 1, 2, 0, 1, 2, 2, 0, 3, 1])
    #expect(order.keys == ["a", "b", "c", "d"])
  }

  @Test func whatCameNextBeforeIsGuessed() {
    var order = KeyOrder<String>()
    var guesses = [order.guess { $0 == "a" }]
    for key in ["a", "b", "a"] { _ = place(of: key, in: &order) }
    for key in ["b", "b", "c", "a"] { guesses.append(order.guess { $0 == key }) }
    #expect(guesses == [nil, 1, 1, nil, 0])
  }

  @Test func randomKeysAreFoundAsByADictionary() {
    var order = KeyOrder<String>()
    var known: [String: Int] = [:]
    var state: UInt64 = 7
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = "k\((state >> 33) % (round < 10_000 ? 20 : 400))"
      let expected = known[key] ?? known.count
      known[key] = expected
      if place(of: key, in: &order) != expected { Issue.record("\(key) in round \(round)") }
    }
  }

  @Test func startsAnew() {
    var order = KeyOrder<String>()
    for key in ["a", "b", "a"] { _ = place(of: key, in: &order) }
    order.removeAll()
    let guess = order.guess { _ in true }
    #expect(order.keys.isEmpty && guess == nil)
    let places = ["b", "a"].map { place(of: $0, in: &order) }
    #expect(places == [0, 1])
  }
}
