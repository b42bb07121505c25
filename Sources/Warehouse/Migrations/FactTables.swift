import GRDB

/// What the exports say. Facts hold integers alone: every text is a row of a dictionary table, every amount counts
/// millionths, every day is a number of days since 1970-01-01. `naturalKey` is a 64-bit mix of the dimensions
/// without a fillable one; `occurrence` tells apart rows that one file holds under the same dimensions (and, if ever, two
/// colliding mixes).
enum FactTables {
  static func create(in db: Database) throws {
    try db.execute(sql: dictionaries)
    try db.execute(
      sql: facts(
        "adPerformance",
        """
        entity INTEGER NOT NULL REFERENCES adEntity (id),
        slice INTEGER NOT NULL REFERENCES adSlice (id),
        firstDay INTEGER,
        lastDay INTEGER,
        currency INTEGER REFERENCES label (id),
        spendMicros INTEGER,
        impressions INTEGER CHECK (impressions >= 0),
        clicks INTEGER CHECK (clicks >= 0),
        allClicks INTEGER CHECK (allClicks >= 0),
        interactions INTEGER CHECK (interactions >= 0),
        reach INTEGER CHECK (reach >= 0),
        conversionsMicros INTEGER,
        conversionValueMicros INTEGER,
        CHECK ((firstDay IS NULL) = (lastDay IS NULL)),
        CHECK (firstDay IS NULL OR firstDay <= lastDay)
        """))
    try db.execute(
      sql: facts(
        "webTraffic",
        """
        series INTEGER NOT NULL REFERENCES webSeries (id),
        dimensionValue INTEGER NOT NULL REFERENCES label (id),
        firstDay INTEGER,
        lastDay INTEGER,
        currency INTEGER REFERENCES label (id),
        valueMicros INTEGER NOT NULL,
        CHECK ((firstDay IS NULL) = (lastDay IS NULL)),
        CHECK (firstDay IS NULL OR firstDay <= lastDay)
        """))
    try db.execute(
      sql: facts(
        "customerOrder",
        """
        system INTEGER NOT NULL REFERENCES sourceSystem (id),
        orderID INTEGER NOT NULL REFERENCES label (id),
        orderName INTEGER REFERENCES label (id),
        email INTEGER REFERENCES emailAddress (id),
        phone INTEGER REFERENCES phoneNumber (id),
        customerID INTEGER REFERENCES label (id),
        day INTEGER NOT NULL,
        instant INTEGER,
        currency INTEGER REFERENCES label (id),
        subtotalMicros INTEGER,
        shippingMicros INTEGER,
        taxMicros INTEGER,
        totalMicros INTEGER,
        discountMicros INTEGER,
        refundedMicros INTEGER,
        financialStatus INTEGER REFERENCES label (id),
        isCancelled INTEGER NOT NULL CHECK (isCancelled IN (0, 1)),
        country INTEGER REFERENCES label (id),
        discountCode INTEGER REFERENCES label (id)
        """))
    try db.execute(
      sql: facts(
        "orderLine",
        """
        system INTEGER NOT NULL REFERENCES sourceSystem (id),
        orderID INTEGER NOT NULL REFERENCES label (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        product INTEGER REFERENCES label (id),
        sku INTEGER REFERENCES label (id),
        quantity INTEGER NOT NULL,
        priceMicros INTEGER,
        discountMicros INTEGER,
        currency INTEGER REFERENCES label (id)
        """))
    try db.execute(
      sql: facts(
        "contact",
        """
        system INTEGER NOT NULL REFERENCES sourceSystem (id),
        contactID INTEGER NOT NULL REFERENCES label (id),
        email INTEGER REFERENCES emailAddress (id),
        phone INTEGER REFERENCES phoneNumber (id),
        createdDay INTEGER,
        lifecycleStage INTEGER REFERENCES label (id),
        country INTEGER REFERENCES label (id),
        companyID INTEGER REFERENCES label (id),
        channel INTEGER REFERENCES label (id),
        campaign INTEGER REFERENCES label (id),
        sourceDetail INTEGER REFERENCES label (id)
        """))
    try db.execute(
      sql: """
        CREATE INDEX customerOrderEmail ON customerOrder (email);
        CREATE INDEX orderLineOrder ON orderLine (system, orderID);
        CREATE INDEX contactEmail ON contact (email);
        """)
  }

  static func facts(_ name: String, _ columns: String) -> String {
    """
    CREATE TABLE \(name) (
    id INTEGER PRIMARY KEY,
    naturalKey INTEGER NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence >= 1),
    sourceFile INTEGER NOT NULL REFERENCES sourceFile (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    section INTEGER NOT NULL CHECK (section >= 0),
    \(columns)
    ) STRICT;
    CREATE UNIQUE INDEX \(name)Key ON \(name) (naturalKey, occurrence);
    """
  }

  private static let dictionaries = """
    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      content TEXT NOT NULL UNIQUE CHECK (typeof(content) = 'text')
    ) STRICT;
    CREATE TABLE emailAddress (
      id INTEGER PRIMARY KEY,
      content TEXT NOT NULL UNIQUE CHECK (content <> '')
    ) STRICT;
    CREATE TABLE phoneNumber (
      id INTEGER PRIMARY KEY,
      content TEXT NOT NULL UNIQUE CHECK (content <> '')
    ) STRICT;
    CREATE TABLE sourceSystem (
      id INTEGER PRIMARY KEY,
      platform TEXT NOT NULL CHECK (platform <> ''),
      name TEXT NOT NULL,
      UNIQUE (platform, name)
    ) STRICT;
    CREATE TABLE adEntity (
      id INTEGER PRIMARY KEY,
      platform TEXT NOT NULL CHECK (platform <> ''),
      channel TEXT NOT NULL,
      account TEXT NOT NULL,
      campaign TEXT NOT NULL,
      campaignID TEXT NOT NULL,
      adGroup TEXT NOT NULL,
      ad TEXT NOT NULL,
      adID TEXT NOT NULL,
      level TEXT NOT NULL CHECK (level IN ('account', 'campaign', 'adGroup', 'ad')),
      UNIQUE (platform, channel, account, campaign, campaignID, adGroup, ad, adID)
    ) STRICT;
    CREATE TABLE adSlice (
      id INTEGER PRIMARY KEY,
      grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'year', 'range', 'undated')),
      breakdown TEXT NOT NULL,
      breakdownValue TEXT NOT NULL,
      resultType TEXT NOT NULL,
      attribution TEXT NOT NULL,
      UNIQUE (grain, breakdown, breakdownValue, resultType, attribution)
    ) STRICT;
    CREATE TABLE adDelivery (
      sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
      entity INTEGER NOT NULL REFERENCES adEntity (id),
      breakdown TEXT NOT NULL,
      grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'year', 'range', 'undated')),
      firstDay INTEGER,
      lastDay INTEGER,
      PRIMARY KEY (sourceFile, entity, breakdown, grain)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE webSeries (
      id INTEGER PRIMARY KEY,
      tool TEXT NOT NULL CHECK (tool <> ''),
      property TEXT NOT NULL,
      grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'year', 'range', 'undated')),
      dimension TEXT NOT NULL,
      metric TEXT NOT NULL,
      metricName TEXT NOT NULL,
      UNIQUE (tool, property, grain, dimension, metric, metricName)
    ) STRICT;
    """
}
