import Ingestion
import Testing
import Vocabulary

struct MetaContentExportTests {
  /// The platform writes the month first; the file does not prove it.
  @Test func aSupposedOrderOfDaysIsSaid() throws {
    let text = "Post ID,Publish time,Permalink,Views\n1,03/04/2026 08:31,https://x.example/1,10\n"
    let supposed = try Sample(text).read()
    #expect(supposed.all.socialPosts.first?.publishedDay?.description == "2026-03-04")
    #expect(supposed.recognition.notes.contains { $0.contains("read month first") && $0.hasSuffix("--date-order dmy") })
    let said = try Sample(text).read(ReadOptions(dateOrder: .dayMonthYear))
    #expect(said.all.socialPosts.first?.publishedDay?.description == "2026-04-03" && said.recognition.notes.isEmpty)
    #expect(try Sample(text.replacing("03/04", with: "03/24")).read().recognition.notes.isEmpty)
  }

  private let instagram = """
    "Post ID","Account ID","Account username","Account name",Description,"Duration (sec)","Publish time",Permalink,"Post type","Data comment",Date,Views,Reach,Likes,Shares,Comments,Saves,Follows
    18000000000000001,17800000000000001,shop.north,"Shop North","First line
    and second",31,"03/04/2026 09:30",https://www.instagram.com/reel/A/,"IG reel",,Lifetime,1200,900,40,3,2,5,1
    18000000000000002,17800000000000001,shop.north,"Shop North",Plain,0,"03/05/2026 10:00",https://www.instagram.com/p/B/,"IG image",,Lifetime,300,250,8,1
    1.8E+16,17800000000000001,shop.north,"Shop North",Plain,0,"03/05/2026 10:00",https://www.instagram.com/p/C/,"IG image",,Lifetime,1,1,1,1,1,1,1
    18000000000000004,17800000000000001,shop.north,"Shop North",Cut,0,"03/06/2026 10:00"

    """

  @Test func instagramPosts() throws {
    let reading = try Sample(instagram).read()
    #expect(reading.recognition.format == "MetaContentExport")
    #expect(reading.recognition.account == "shop.north")
    #expect(reading.recognition.window?.description == "2026-03-04…2026-03-05")
    // The record that lacks its last three cells is read, the one that lacks what describes it is not.
    #expect(reading.recognition.notes.contains { $0.hasPrefix("the record in line 4 lacks its last cells") })
    #expect(reading.all.rejectedRows.map(\.line) == [5, 6])
    #expect(reading.all.rejectedRows[0].found.contains("rounded"))
    let posts = reading.all.socialPosts
    #expect(posts.map(\.postID) == ["18000000000000001", "18000000000000002"])
    #expect(posts.map(\.kind) == ["IG reel", "IG image"] && posts.map(\.title) == ["First line and second", "Plain"])
    #expect(posts.map { $0.publishedDay?.description } == ["2026-03-04", "2026-03-05"])
    #expect(Set(posts.map(\.platform)) == ["Instagram"])
    #expect(reading.all.socialMetrics.count == 7 + 4)
    #expect(reading.all.socialMetrics.allSatisfy { $0.window.isUndated && $0.profile == "shop.north" })
    #expect(reading.total(.views) == "1500" && reading.total(.posts) == "2" && reading.social(.saves) == "5")
  }

  @Test func theSecondColumnOfANameIsKeptOut() throws {
    let reading = try Sample(
      """
      Post ID,Page ID,Page name,Title,Publish time,Permalink,Date,Views,Reach,Total clicks,Link Clicks,Views
      11,1,North,A,12/24/2026 09:30,https://x/1,Lifetime,10,9,4,1,10
      12,1,North,B,12/25/2026 09:30,https://x/2,03/26/2026,20,9,4,,30
      """
    ).read()
    #expect(reading.total(.views) == "30" && reading.total(.clicks) == "1")
    #expect(reading.social(.other, "Total clicks") == "8")
    #expect(reading.recognition.notes.contains { $0.contains("\"Views\" stands there twice and differs, rows: 1;") })
    #expect(reading.all.socialMetrics.last?.window.description == "2026-03-26")
    #expect(Set(reading.all.socialPosts.map(\.platform)) == ["Facebook"])
  }

  /// The rows' own days are the file's, not the one on which the post came out; 03/02 is March 2nd, as 02/28 tells.
  @Test func daysOfFigures() throws {
    let reading = try Sample(
      """
      Post ID,Account ID,Account username,Publish time,Permalink,Date,Views
      18,1,shop,02/28/2026 06:08,https://x/1,03/02/2026,100
      18,1,shop,02/28/2026 06:08,https://x/1,03/04/2026,30
      """
    ).read()
    #expect(reading.recognition.window?.description == "2026-03-02…2026-03-04")
    #expect(reading.all.socialMetrics.map(\.window.description) == ["2026-03-02", "2026-03-04"])
    #expect(reading.all.socialPosts.map { $0.publishedDay?.description } == ["2026-02-28"])
  }

  /// Headers as the platform writes them in Portuguese and Spanish; a life is then a "Total".
  @Test(arguments: [
    "Identificação do post,Identificação da conta,Nome de usuário da conta,Nome da conta,Descrição,Duração (s),"
      + "Horário de publicação,Link permanente,Tipo de post,Comentário de dados,Data,Visualizações,Alcance,Curtidas,"
      + "Compartilhamentos,Seguimentos,Comentários,Salvamentos",
    "Identificador de la publicación,Identificador de la cuenta,Nombre de usuario de la cuenta,Nombre de la cuenta,"
      + "Descripción,Duración (segundos),Hora de publicación,Enlace permanente,Tipo de publicación,"
      + "Comentario sobre los datos,Fecha,Visualizaciones,Alcance,Me gusta,Veces que se compartió,Seguimientos,"
      + "Comentarios,Veces que se guardó",
  ])
  func otherLanguages(header: String) throws {
    let reading = try Sample(
      "\(header)\n18,178,shop,Shop,Hello,22,01/17/2026 10:29,https://x/1,Reel,,Total,2752,1732,153,7,4,8,2\n"
    ).read()
    #expect(reading.recognition.format == "MetaContentExport" && reading.recognition.account == "shop")
    #expect(reading.recognition.window?.description == "2026-01-17")
    let post = try #require(reading.all.socialPosts.first)
    #expect(post.platform == "Instagram" && post.kind == "Reel" && post.title == "Hello" && post.link == "https://x/1")
    let measures: [SocialMeasure] = [.views, .reach, .likes, .shares, .newFollowers, .comments, .saves]
    #expect(measures.map { reading.social($0) } == ["2752", "1732", "153", "7", "4", "8", "2"])
    #expect(reading.all.socialMetrics.allSatisfy { $0.window.isUndated })
  }

  /// The month stands first in what the vendor writes, not in what a German spreadsheet makes of it.
  @Test func datesWithPointsAreNotTheVendors() throws {
    let sample = try Sample(
      "Post ID;Account ID;Publish time;Permalink;Date;Views\n18;1;03.04.2026 09:30;https://x/1;Lifetime;1.204\n",
      name: "again.csv")
    let reading = try sample.read(ReadOptions(locale: "de"))
    #expect(try sample.read().all.socialPosts == reading.all.socialPosts)
    #expect(reading.all.socialPosts.map { $0.publishedDay?.description } == ["2026-04-03"])
    #expect(reading.total(.views) == "1204")
  }

  /// Figures by Python's csv over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("meta-page-insights/Mar-18-2025_Apr-14-2025_553302954456165.csv")
    #expect(reading.summary.rowsRead == 48 && reading.summary.rowsSkipped == 0 && reading.summary.rowsRejected == 0)
    #expect(reading.all.socialPosts.count == 48 && reading.total(.posts) == "48")
    #expect(reading.social(.reach) == "1286" && reading.social(.engagements) == "10")
    #expect(reading.social(.likes) == "8" && reading.social(.comments) == "2" && reading.social(.shares) == "0")
    #expect(reading.social(.clicks) == "2" && reading.social(.other, "Total clicks") == "20")
    #expect(reading.social(.other, "Other Clicks") == "10")
    #expect(reading.all.socialMetrics.count { $0.measure == .clicks } == 2)
    #expect(reading.total(.views) == "0" && reading.recognition.notes.isEmpty)
    #expect(reading.recognition.window?.description == "2025-03-18…2025-04-14")
    let first = try #require(reading.all.socialPosts.first)
    #expect(first.postID == "960221266197866" && first.publishedDay?.description == "2025-03-18")
    #expect(first.title.count == 200 && first.title.hasSuffix("dismissal of his poor"))
  }
}
