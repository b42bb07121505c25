import CLibXML2

/// Numbers for the names of a document's fields. The parser keeps each element's name once and gives it out by its
/// address, so that most are known without looking at a letter.
final class XMLNames {
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]
  private var addresses: [UnsafePointer<xmlChar>?] = []
  private var known: [UnsafePointer<xmlChar>: Int] = [:]

  subscript(id: Int) -> String { texts[id] }

  /// `expected`: the name that stood in this place of the record before.
  func id(of address: UnsafePointer<xmlChar>, expected: Int?) -> Int {
    if let expected, addresses[expected] == address { return expected }
    if let id = known[address] { return id }
    let id = id(of: String(cString: address))
    addresses[id] = address
    known[address] = id
    return id
  }

  func id(of text: String) -> Int {
    if let id = numbers[text] { return id }
    numbers[text] = texts.count
    texts.append(text)
    addresses.append(nil)
    return texts.count - 1
  }
}
