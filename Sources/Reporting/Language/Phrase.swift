/// A text of the report in its language; English where that has none.
/// - Parameters:
///   - english: the key, written out where it is used, so that the list of phrases can be made from the sources.
///   - values: what stands for `{name}`.
func phrase(_ english: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
  PhraseCatalogue.fill(Language.current.phrases[english] ?? english, values)
}

/// A text that depends on a number, which `{count}` stands for, as all whole numbers are written.
func phrase(
  _ one: String, _ other: String, of count: Int, _ values: KeyValuePairs<String, String> = [:]
) -> String {
  let text = Language.current.phrases[one, other, count] ?? (count == 1 ? one : other)
  return PhraseCatalogue.fill(text, values, count: Quantity.count.text(count))
}
