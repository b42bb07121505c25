/// What makes a text no JSON (RFC 8259).
package enum JSONFault: String, Hashable, Sendable {
  case cut = "the end of the text inside a value"
  case misplaced = "a character that has no place there"
  case number = "a number as JSON does not write it"
  case escape = "an escape that JSON does not know"
  case control = "a control character inside a string"
  case further = "more text after the end of the value"
  case lineEnd = "the end of the line inside a value"
  case noObject = "a line that holds no object"
  case repeatedName = "a name that occurs twice in one object"
}
