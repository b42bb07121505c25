import Testing

@testable import fairlead

struct FurtherFormsTests {
  @Test(arguments: [
    ("week.html", "week.txt"), ("a.b/week", "a.b/week.txt"), ("out/week.12.html", "out/week.12.txt"),
    ("week.txt", "week.txt.txt"),
  ])
  func theTextStandsBesideTheMail(mail: String, text: String) {
    #expect(FurtherForms.textPath(beside: mail) == text)
  }
}
