import Vocabulary

/// A customer as of a day: one row of what a model learns from.
package struct CustomerOnDay: Sendable, Equatable {
  package var history: PurchaseHistory
  package var day: Day

  package init(history: PurchaseHistory, day: Day) {
    self.history = history
    self.day = day
  }
}
