import Ingestion
import Testing
import Vocabulary

struct UnknownChannelsTests {
  private static let text = """
    Date,Channel,Spot,Spend
    2026-06-01,Radio,Morning,300
    2026-06-02,Radio,Evening,310
    2026-06-01,Flyers,Town,120
    2026-06-01,Zeitung,Page 3,90
    2026-06-01,Cinema,Trailer,80
    2026-06-01,Paid Search,Brand,500
    2026-06-01,--,Other,1

    """

  private var mapping: TableMapping {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .channel: FieldMapping(["Channel"]), .spend: FieldMapping(["Spend"]),
    ]
    mapping.constants = [.currency: "EUR"]
    return mapping
  }

  @Test func wordsThatAreNoChannelAreTheCampaign() throws {
    let reading = try Sample(Self.text).read(ReadOptions(mappings: [mapping]))
    let rows = reading.all.adPerformance
    #expect(rows.map(\.campaign) == ["Radio", "Radio", "Flyers", "Zeitung", "Cinema", "Paid Search", "(not named)"])
    #expect(rows.map(\.channel) == [.other, .other, .other, .other, .other, .paidSearch, .unknown])
    #expect(
      reading.recognition.notes == [
        "5 rows name channels that are not known (\"Radio\", \"Flyers\", \"Zeitung\" and others): "
          + "they count as \"other\""
      ])
  }

  @Test func aCampaignOfItsOwnStays() throws {
    var named = mapping
    named.fields[.campaign] = FieldMapping(["Spot"])
    let text = "Date,Channel,Spot,Spend\n2026-06-01,Radio,Morning,300\n2026-06-01,email,,5\n"
    let reading = try Sample(text).read(ReadOptions(mappings: [named]))
    #expect(reading.all.adPerformance.map(\.campaign) == ["Morning", ""])
    #expect(
      reading.recognition.notes == ["1 row names a channel that is not known (\"Radio\"): it counts as \"other\""])
  }
}
