import Testing
import Vocabulary

struct SourceCategoryTests {
  @Test(arguments: [
    ("google", SourceCategory.search), ("www.google.co.uk", .search), ("Google.COM", .search),
    ("de.search.yahoo.com", .search),
    ("l.instagram.com", .social), ("fb", .social), ("t.co", .social), ("m.youtube.com", .video), ("youtu.be", .video),
    ("shopping.google.com", .shopping), ("smile.amazon.com.br", .shopping), ("gemini.google.com", .aiAssistant),
    ("chatgpt.com", .aiAssistant), ("www.perplexity.ai", .aiAssistant), ("x", .social), ("x.com", .social),
  ])
  func known(source: String, category: SourceCategory) { #expect(SourceCategory(source) == category) }

  /// Mail and documents of a search company, a stranger's host with a known name in it, and names that say nothing.
  @Test(arguments: [
    "mail.google.com", "docs.google.com", "google.example-shop.com", "facebook.com.phishing.example", "x.org",
    "newsletter", "", "example.com", "notfacebook.com", "google..com", ".", "(direct)", "go.line.example",
  ])
  func unknown(source: String) { #expect(SourceCategory(source) == nil) }
}
