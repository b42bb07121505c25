import Vocabulary
import Warehouse

/// Turns money into one currency by dated rates that were given, and by nothing else.
///
/// A day without a rate (a weekend, a holiday) takes the last one before it, up to a week old. Two currencies that are
/// both stated against a third are converted through it. An amount over several days takes the mean of their rates.
package struct CurrencyConversion: Sendable {
  let target: Currency
  /// By pair, the days with a rate, ascending.
  private let series: [Pair: [(day: Int, nanos: Int64)]]
  private let bases: [Currency]
  private let authorities: [String]

  private struct Pair: Hashable {
    var base: Currency
    var quote: Currency
  }

  private static let longestWait = 7

  /// Where two authorities state a rate for the same day, the one that comes first in the alphabet counts.
  package init(to target: Currency, rates: [StatedRate]) {
    self.target = target
    var series: [Pair: [(day: Int, nanos: Int64)]] = [:]
    for rate in rates.sorted(by: { ($0.day, $0.authority) < ($1.day, $1.authority) }) {
      let pair = Pair(base: rate.base, quote: rate.quote)
      if series[pair]?.last?.day != rate.day.number { series[pair, default: []].append((rate.day.number, rate.nanos)) }
    }
    self.series = series
    bases = Set(rates.map(\.base)).sorted()
    authorities = Set(rates.map(\.authority)).sorted()
  }

  /// Millionths of the target currency, rounded half away from zero; nil where a day of the window has no rate.
  package func micros(_ micros: Int64, from currency: Currency, over window: DateWindow) -> Int64? {
    guard currency != target else { return micros }
    var sum: Int64 = 0
    for number in window.first.number...window.last.number {
      guard let part = converted(micros, from: currency, on: number) else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(part)
      guard !overflow else { return nil }
      sum = next
    }
    return CurrencyConversion.scaled(sum, by: 1, over: Int64(window.dayCount))
  }

  /// Puts rows of other currencies into the target one where their days have rates: what was sold and what was spent,
  /// and what a platform claims, alike. Cost that no file dates cannot be converted.
  func convert(_ orders: inout [CustomerOrderRow], _ spend: inout [AdSpendRow]) -> [Caveat] {
    guard !series.isEmpty else { return [] }
    var counts: [Currency: Int] = [:]
    for index in orders.indices {
      let order = orders[index]
      let day = DateWindow(day: order.day)
      guard let currency = order.currency, currency != target,
        let net = micros(order.netMicros, from: currency, over: day)
      else { continue }
      orders[index].netMicros = net
      orders[index].listMicros = order.listMicros.flatMap { micros($0, from: currency, over: day) }
      orders[index].currency = target
      counts[currency, default: 0] += 1
    }
    for index in spend.indices {
      let row = spend[index]
      guard let currency = row.currency, currency != target, let first = row.firstDay, let last = row.lastDay,
        let window = DateWindow(first: first, last: last),
        let cost = micros(row.spendMicros ?? 0, from: currency, over: window),
        let value = micros(row.conversionValueMicros ?? 0, from: currency, over: window)
      else { continue }
      spend[index].spendMicros = row.spendMicros.map { _ in cost }
      spend[index].conversionValueMicros = row.conversionValueMicros.map { _ in value }
      spend[index].currency = target
      counts[currency, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { .converted($0.key, amounts: $0.value, authorities: authorities) }
  }

  private func converted(_ micros: Int64, from currency: Currency, on day: Int) -> Int64? {
    if let rate = rate(currency, target, on: day) {
      return CurrencyConversion.scaled(micros, by: rate, over: 1_000_000_000)
    }
    if let rate = rate(target, currency, on: day) {
      return CurrencyConversion.scaled(micros, by: 1_000_000_000, over: rate)
    }
    for base in bases {
      if let from = rate(base, currency, on: day), let to = rate(base, target, on: day) {
        return CurrencyConversion.scaled(micros, by: to, over: from)
      }
    }
    return nil
  }

  private func rate(_ base: Currency, _ quote: Currency, on day: Int) -> Int64? {
    guard let known = series[Pair(base: base, quote: quote)] else { return nil }
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    guard low > 0, day - known[low - 1].day <= CurrencyConversion.longestWait else { return nil }
    return known[low - 1].nanos
  }

  /// `amount` × `factor` / `divisor` in 128 bits; nil beyond 64.
  private static func scaled(_ amount: Int64, by factor: Int64, over divisor: Int64) -> Int64? {
    let product = amount.magnitude.multipliedFullWidth(by: factor.magnitude)
    guard product.high < divisor.magnitude else { return nil }
    let (quotient, remainder) = divisor.magnitude.dividingFullWidth(product)
    let rounded = quotient + (remainder >= divisor.magnitude - remainder ? 1 : 0)
    guard let value = Int64(exactly: rounded) else { return nil }
    return amount < 0 ? -value : value
  }
}
