import Vocabulary

/// What campaigns and channels are expected to bring given the spend: once by what the CRM records, once by what was
/// truly caused. Sums over weeks, causes, segments and days; nothing here is drawn.
package struct ExpectedReturn: Sendable {
  package struct Recorded: Sendable {
    /// CRM contacts who bought.
    package var customers = 0.0
    package var orders = 0.0
    /// After discounts and refunds, cancelled orders excluded, to the last day.
    package var revenuePence = 0.0
  }

  package struct Caused: Sendable {
    /// Everybody who came because of it, guests included.
    package var customers = 0.0
    package var revenuePence = 0.0
  }

  /// In the order of `RecordedSource.all`.
  package let recorded: [Recorded]
  /// In the order of `ArrivalSource.all`.
  package let caused: [Caused]

  init(plan: BusinessPlan, demand: Demand, value: ExpectedValue) {
    var recorded = Array(repeating: Recorded(), count: RecordedSource.all.count)
    var caused: [Caused] = []
    for (source, means) in zip(ArrivalSource.all, demand.weekly) {
      var known = Recorded()
      var all = Caused()
      for day in 0..<plan.dayCount {
        let arrivals = means[day / 7] * demand.dayShares[day]
        for (index, segment) in Segment.all.enumerated() {
          let people = arrivals * source.segmentMix[index]
          let contacts = people * (1 - segment.guestChance)
          known.customers += contacts
          known.orders += contacts * value.orders[index][day]
          known.revenuePence += contacts * value.revenuePence[index][day]
          all.customers += people
          all.revenuePence += people * value.revenuePence[index][day]
        }
      }
      caused.append(all)
      for (target, chance) in source.recording.enumerated() where chance > 0 {
        recorded[target].customers += chance * known.customers
        recorded[target].orders += chance * known.orders
        recorded[target].revenuePence += chance * known.revenuePence
      }
    }
    self.recorded = recorded
    self.caused = caused
  }

  /// What is recorded under a channel, all its campaigns together.
  package func recorded(channel: Channel) -> Recorded {
    var sum = Recorded()
    for (source, part) in zip(RecordedSource.all, recorded) where source.channel == channel {
      sum.customers += part.customers
      sum.orders += part.orders
      sum.revenuePence += part.revenuePence
    }
    return sum
  }

  /// What was caused by a channel's campaigns, or by an unpaid channel.
  package func caused(channel: Channel) -> Caused {
    var sum = Caused()
    for (source, part) in zip(ArrivalSource.all, caused) where source.channel == channel {
      sum.customers += part.customers
      sum.revenuePence += part.revenuePence
    }
    return sum
  }
}
