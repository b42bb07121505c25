import Testing
import Vocabulary

@testable import Analysis

struct SourceDimensionTests {
  @Test(arguments: [
    "session source / medium", "source / medium", "source medium", "utm_source + utm_medium", "source + medium",
    "session source + session medium", "session source / medium + session campaign",
    "session source / medium + session default channel group",
  ])
  func sourceAndMediumAreFound(name: String) { #expect(SourceDimension(name) != nil) }

  @Test(arguments: [
    "source", "utm_medium", "first user source / medium", "session source / medium + landing page", "channel", "",
    "session source / medium + source / medium",
  ])
  func whatTellsLessOrMoreIsNot(name: String) { #expect(SourceDimension(name) == nil) }

  @Test func valuesAreTakenApart() throws {
    let pair = try #require(SourceDimension("session source / medium"))
    #expect(pair.origin("google / cpc") == TrafficSource(source: "google", medium: "cpc"))
    #expect(pair.origin("a / b / cpc") == TrafficSource(source: "a / b", medium: "cpc"))
    #expect(pair.origin("a + b / cpc") == TrafficSource(source: "a + b", medium: "cpc"))
    #expect(pair.origin("(not set)") == TrafficSource(source: "(not set)"))
    let three = try #require(SourceDimension("session source / medium + session campaign"))
    #expect(three.tellsCampaign && !pair.tellsCampaign)
    #expect(
      three.origin("google / cpc + Brand")
        == TrafficSource(source: "google", medium: "cpc", campaign: "Brand"))
    #expect(three.origin("google / cpc + Brand + Generic") == nil)
    let apart = try #require(SourceDimension("utm_medium + utm_source"))
    #expect(apart.origin("cpc + bing") == TrafficSource(source: "bing", medium: "cpc"))
  }

  @Test func blanksAroundATagAreNoPartOfIt() throws {
    let pair = try #require(SourceDimension("session source / medium"))
    #expect(pair.origin("google  /  cpc ") == TrafficSource(source: "google", medium: "cpc"))
    let three = try #require(SourceDimension("session source + session medium + session campaign"))
    #expect(
      three.origin("google  +  cpc + Brand ") == TrafficSource(source: "google", medium: "cpc", campaign: "Brand"))
  }
}
