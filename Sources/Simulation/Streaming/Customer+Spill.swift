extension Customer {
  func write(to record: inout SpillRecord) {
    record.append(index)
    record.append(segment)
    for number in [orderRate, hazard, priceTilt, discountChance, returnChance, joined, left] { record.append(number) }
    record.append(favourite)
    record.append(source)
    record.append(recorded.place)
    record.append(isGuest)
    for text in [firstName, lastName, email, country] { record.append(text) }
  }

  init(from reader: inout SpillReader) {
    index = reader.integer()
    segment = reader.integer()
    orderRate = reader.number()
    hazard = reader.number()
    priceTilt = reader.number()
    discountChance = reader.number()
    returnChance = reader.number()
    joined = reader.number()
    left = reader.number()
    favourite = reader.integer()
    source = reader.integer()
    recorded = RecordedSource.all[reader.integer()]
    isGuest = reader.flag()
    firstName = reader.text()
    lastName = reader.text()
    email = reader.text()
    country = reader.text()
  }
}

extension Order {
  func write(to record: inout SpillRecord) {
    record.append(customer)
    record.append(time)
    record.append(lines.count)
    for line in lines {
      record.append(line.product)
      record.append(line.quantity)
      record.append(line.isReturned)
    }
    record.append(discountPercent)
    record.append(discountCode)
    record.append(isCancelled)
    record.append(email)
    for pence in [shippingPence, subtotalPence, discountPence, refundedPence] { record.append(pence) }
  }

  init(from reader: inout SpillReader) {
    customer = reader.integer()
    time = reader.number()
    lines = []
    for _ in 0..<reader.integer() {
      lines.append(Line(product: reader.integer(), quantity: reader.integer(), isReturned: reader.flag()))
    }
    discountPercent = reader.integer()
    discountCode = reader.text()
    isCancelled = reader.flag()
    email = reader.text()
    shippingPence = reader.integer()
    subtotalPence = reader.integer()
    discountPence = reader.integer()
    refundedPence = reader.integer()
  }
}

extension CRMContact {
  func write(to record: inout SpillRecord) {
    record.append(customer ?? -1)
    record.append(joinedDay ?? -1)
    for text in [firstName, lastName, email, country] { record.append(text) }
    record.append(recorded.place)
    record.append(created)
  }

  init(from reader: inout SpillReader) {
    let (customer, joinedDay) = (reader.integer(), reader.integer())
    self.customer = customer < 0 ? nil : customer
    self.joinedDay = joinedDay < 0 ? nil : joinedDay
    id = 0
    firstName = reader.text()
    lastName = reader.text()
    email = reader.text()
    country = reader.text()
    recorded = RecordedSource.all[reader.integer()]
    created = reader.number()
  }
}
