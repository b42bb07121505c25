import Testing
import Vocabulary

struct IdentifiersTests {
  @Test(arguments: [
    (" Ann.Lee+News@Example.ORG ", "ann.lee+news@example.org"), ("'x@y.example", "x@y.example"),
    ("\u{A0}x@y.example", "x@y.example"), ("Ann Lee <ann@y.example>", "ann@y.example"),
    ("mailto:x@y.example?subject=hi", "x@y.example"), ("“x@y.example”;", "x@y.example"),
    ("x@y.example.", "x@y.example"),
  ])
  func normalizes(text: String, expected: String) { #expect(EmailAddress(text)?.normalized == expected) }

  @Test(arguments: [
    "", "x", "x@y", "@y.example", "x@.example", "x@y.", "a@b@c.example", "a b@c.example", "a@c.example,b",
    "a;b@c.example", "<>",
  ])
  func refuses(text: String) { #expect(EmailAddress(text) == nil) }

  @Test(arguments: [
    ("+49 (0)151 2345-6789", "+4915123456789"), ("0049 151 23456789", "+4915123456789"),
    ("(212) 555-0123", "2125550123"), ("212.555.0123", "2125550123"), ("'+1 212 555 0123", "+12125550123"),
    ("447700900801.0", "447700900801"), ("0011 61 412 345 678", "+61412345678"),
    ("tel:+44 7700 900801", "+447700900801"),
  ])
  func normalizesPhones(text: String, expected: String) { #expect(PhoneNumber(text)?.normalized == expected) }

  @Test(arguments: [
    "", "12345", "4.915123E+12", "call me", "+1234567890123456", "a.lee@example.org", "++4915123456",
    "0000000000", "+440000000000", "5555555555", "1234567890", "0123456789", "987654321",
  ])
  func refusesPhones(text: String) { #expect(PhoneNumber(text) == nil) }

  /// Country codes of one, two and three figures; a nought in front is dialled within the country.
  @Test(arguments: [
    "+49123456789", "+491234567890", "+49 123 4567", "+491111111111", "+441111111111", "0999999999", "+49 (0)1234567",
    "+49 0123456789", "0049 1111111", "+1 111 111 1111", "+7 7777777", "+353 1234567", "+91 98765 43210",
    "+49 0000000",
  ])
  func whatIsTypedWhereNoneIsKnownHasACountryToo(text: String) { #expect(PhoneNumber(text) == nil) }

  /// Areas whose codes begin an order, subscribers whose number goes on with it, and vanity numbers: behind "+1" stands
  /// 2122222222, which seven twos alone do not make a filler.
  @Test(arguments: [
    ("+1 234 567 8901", "+12345678901"), ("+1 212 222 2222", "+12122222222"), ("+49 30 1234567", "+49301234567"),
    ("+49 30 1111111", "+49301111111"), ("+47 23 45 67 89", "+4723456789"), ("+45 98 76 54 32", "+4598765432"),
    ("+353 123456", "+353123456"), ("0345 6789 12", "0345678912"), ("+1 800 000 0001", "+18000000001"),
  ])
  func realNumbersThatLookLikeIt(text: String, expected: String) { #expect(PhoneNumber(text)?.normalized == expected) }

  /// Behind one number sit many, and the figures of the extension are no part of it either.
  @Test(arguments: [
    "020 7946 0000 ext 12", "(212) 555-0123 ext. 7", "212.555.0123x44", "+1 212 555 0123 x 123456",
    "+44 20 7946 0000 extension 14", "030 1234567 Durchwahl 12", "030 1234567 DW 12", "01 23 45 67 89 poste 3",
    "06 1234567 int. 5", "020 7946 0000 #12", "tel:+44-20-7946-0000;ext=12",
  ])
  func aNumberWithAnExtensionIsNobodys(text: String) { #expect(PhoneNumber(text) == nil) }

  @Test func aPhoneWithoutItsCountryIsNotInternational() {
    #expect(PhoneNumber("0151 23456789")?.isInternational == false)
    #expect(PhoneNumber("+49 151 23456789")?.isInternational == true)
  }
}
