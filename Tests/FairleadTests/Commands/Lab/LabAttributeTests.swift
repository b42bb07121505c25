import Foundation
import Testing

@testable import fairlead

struct LabAttributeTests {
  private func run(_ arguments: [String]) throws -> AttributeResult {
    try LabAttribute.parse(arguments).attribute()
  }

  private func attribute(_ text: String, _ more: [String] = ["--null", "lost"]) throws -> AttributeResult {
    let folder = try Folder()
    return try run([try folder.write(text, to: "t.csv"), "--path", "path", "--conversions", "sales"] + more)
  }

  private func credits(_ result: AttributeResult, _ method: String) throws -> [String: Double] {
    let method = try #require(result.methods.first { $0.name == method })
    return Dictionary(uniqueKeysWithValues: method.channels.map { ($0.channel, $0.conversions) })
  }

  @Test func everyMethodByHand() throws {
    let result = try attribute(
      "path,sales,worth,lost\nad > direct,1,10,0\nad,1,6,0\nDirect,0,,1\n",
      ["--value", "worth", "--null", "lost", "--order", "1"])
    #expect(
      result.methods.map(\.name) == [
        "first", "last", "last-non-direct", "linear", "position", "time-decay", "markov", "shapley",
      ])
    #expect(try credits(result, "first") == ["ad": 2, "direct": 0, "Direct": 0])
    #expect(try credits(result, "last") == ["ad": 1, "direct": 1, "Direct": 0])
    #expect(try credits(result, "last-non-direct") == ["ad": 2, "direct": 0, "Direct": 0])
    #expect(try credits(result, "linear") == ["ad": 1.5, "direct": 0.5, "Direct": 0])
    #expect(try credits(result, "shapley") == ["ad": 1.5, "direct": 0.5, "Direct": 0])
    // ad 2/3 of starts; from ad half to direct, which always sells. Without ad nothing sells: effect 1; without
    // direct half: effect 1/2. Two sales in proportion 2 : 1.
    let chain = try #require(result.methods.first { $0.name == "markov" })
    #expect(chain.channels.map(\.channel) == ["Direct", "ad", "direct"])
    let effects = chain.channels.compactMap(\.removalEffect)
    #expect(effects.count == 3)
    for (found, expected) in zip(effects, [0, 1, 0.5]) { #expect(abs(found - expected) < 1e-14) }
    for (share, expected) in zip(chain.channels, [0, 16.0 * 2 / 3, 16.0 / 3]) {
      #expect(abs((share.value ?? -1) - expected) < 1e-12)
    }
    #expect(result.conversions == 2)
    #expect(result.value == 16)
    #expect(result.nulls == 1)
  }

  /// Shares of one conversion, as a model upstream may write them.
  @Test(arguments: ["1e-120", "0.001"])
  func fractionsOfAConversionAreDividedWithoutIntervals(count: String) throws {
    let result = try attribute("path,sales,lost\na > b,\(count),3\nb,0,2\n", ["--null", "lost", "--order", "1"])
    let first = try #require(result.methods.first?.channels.first)
    #expect(first.channel == "a" && first.conversions == Double(count) && first.low == nil && first.high == nil)
    #expect(result.notes.contains("intervals need at least one conversion in all"))
    _ = result.text
  }

  @Test func creditsAddUpAndIntervalsHoldThem() throws {
    let rows = (0..<60).map { "\(["a", "b", "c"][$0 % 3]) > \(["b", "c", "d"][$0 % 7 % 3]),\($0 % 5),\($0 % 11)" }
    let result = try attribute("path,sales,lost\n" + rows.joined(separator: "\n") + "\n")
    #expect(result.conversions == 120)
    for method in result.methods {
      #expect(method.channels.map(\.conversions).reduce(0, +) == 120)
      for share in method.channels {
        #expect((share.low ?? .infinity) <= share.conversions && share.conversions <= (share.high ?? 0))
        #expect((share.removalEffect != nil) == (method.name == "markov"))
        #expect(share.value == nil)
      }
    }
    #expect(result.candidates?.map(\.order) == [1, 2, 3, 4])
  }

  @Test func sameBytesOnOneThreadAndTwo() throws {
    let folder = try Folder()
    let rows = (0..<300).map { "c\($0 % 7)>c\($0 % 11)>c\($0 % 13),\($0 % 4),\($0 % 9)" }.joined(separator: "\n")
    let path = try folder.write("path,sales,lost\n" + rows + "\n", to: "t.csv")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let arguments = [path, "--path", "path", "--conversions", "sales", "--null", "lost", "--order", "3", "--threads"]
    #expect(try encoder.encode(try run(arguments + ["1"])) == (try encoder.encode(try run(arguments + ["2"]))))
  }

  @Test func separatorsBlanksAndPathsThatAreNone() throws {
    let result = try attribute("path,sales,lost\na -> b,1,0\n,3,1\n ->  ,2,0\nb,0,4\n", ["--separator=->"])
    #expect(result.rows == 4)
    #expect(try credits(result, "first") == ["a": 1, "b": 0])
    #expect(result.notes.contains("2 rows without a path left out, with 5 conversions"))
    let whole = try attribute("path,sales,lost\na | b,1,0\n")
    #expect(try credits(whole, "first") == ["a | b": 1])
    #expect(whole.notes.contains { $0.hasPrefix("no path holds \">\"") })
  }

  @Test func oneChannelAndChannelsThatNeverSold() throws {
    let one = try attribute("path,sales,lost\na>a>a,4,2\n", ["--null", "lost", "--order", "4"])
    for method in one.methods { #expect(method.channels.map(\.conversions) == [4]) }
    let never = try attribute("path,sales,lost\na,4,2\nb>c,0,9\n")
    for method in never.methods { #expect(method.channels.map(\.conversions) == [4, 0, 0]) }
    // Without failures there is nothing to choose an order by.
    let all = try attribute("path,sales\na>b,4\n", [])
    #expect(all.order == 1)
    #expect(all.candidates == nil)
    #expect(all.nulls == nil)
    #expect(all.notes.contains { $0.contains("(no --null)") })
  }

  @Test func fiveHundredChannelsAtOrderFour() throws {
    let rows = (0..<3_000).map { row in
      (0..<(1 + row % 9)).map { "c\((row * 7919 + $0 * $0 * 104_729) % 500)" }.joined(separator: ">") + ",1,\(row % 3)"
    }
    let result = try attribute(
      "path,sales,lost\n" + rows.joined(separator: "\n") + "\n", ["--null", "lost", "--order", "4"])
    #expect(result.methods.allSatisfy { $0.channels.map(\.conversions).reduce(0, +) == 3_000 })
    #expect(result.text.contains("and 460 more; --json has all"))
  }

  @Test(arguments: [
    ("path,sales,lost\n", "found no rows"),
    ("path,sales,lost\na,0,5\n", "sales holds no conversion"),
    ("path,sales,lost\n,1,0\n", "path holds no path"),
    ("path,sales,lost\na,1,0\nb,-2,0\n", "sales, data row 1 (from 0): found a negative count"),
    ("path,sales,lost\na,1,0\nb,1,-3\n", "lost, data row 1 (from 0): found a negative count"),
    ("path,sales,lost\na,1,0\nb,,1\n", "sales, data row 1 (from 0): found no value"),
    ("path,sales,lost\na,one,0\nb,two,1\n", "sales holds text"),
    ("path,sales,lost\na,1,0\nb,two,1\n", "sales holds text"),
    ("path,sales,lost\na,1e13,0\n", "out of range"),
    ("path,sales,lost\na,inf,0\n", "found no finite number"),
    ("way,sales,lost\na,1,0\n", "has no column path"),
    ("path,sold,lost\na,1,0\n", "has no column sales"),
    ("path,sales,won\na,1,0\n", "has no column lost"),
  ])
  func refusesWithAName(text: String, expected: String) throws {
    let failure = #expect(throws: Failure.self) { try attribute(text) }
    #expect(failure?.status == .unusableData)
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
    #expect(failure?.message.contains("two") == false)
  }

  @Test func aValueMissingBesideConversionsIsRefused() throws {
    let failure = #expect(throws: Failure.self) {
      try attribute("path,sales,worth\na,1,2\nb,1,\n", ["--value", "worth"])
    }
    #expect(failure?.message.contains("worth, data row 1 (from 0): found no value beside conversions") == true)
  }

  @Test(arguments: [["--order", "5"], ["--order", "0"], ["--separator", ""], ["--value", "sales"]])
  func refusesOptions(more: [String]) {
    #expect(throws: (any Error).self) {
      try LabAttribute.parse(["t.csv", "--path", "path", "--conversions", "sales"] + more)
    }
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"), arguments: [1, 2, 3, 4])
  func reference(order: Int) throws {
    let path = LabReference.folder.appending(path: "data/channelattribution/Data.csv").path(percentEncoded: false)
    let columns = ["--path", "path", "--conversions", "total_conversions", "--null", "total_null"]
    let more = ["--value", "total_conversion_value", "--order", "\(order)"]
    for keeps in [true, false] {
      let result = try run([path] + columns + more + (keeps ? ["--keep-repeats"] : []))
      #expect(result.conversions == 19_785)
      for (channel, credit) in try credits(result, "markov") {
        let expected = try LabReference.number(
          "../mix-and-trust/results/attribution_exact.json",
          [keeps ? "markov" : "markov_collapsed", "\(order)", "conversions", channel])
        #expect(abs(credit - expected) <= 1e-9 * expected)
      }
      for (channel, credit) in try credits(result, "linear") {
        let expected = try LabReference.number("attribution.json", ["heuristics", "linear", channel, "conversions"])
        #expect(abs(credit - expected) <= 1e-9 * expected)
      }
    }
  }
}
