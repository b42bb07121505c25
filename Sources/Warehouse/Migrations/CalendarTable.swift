import GRDB
import Vocabulary

/// Calendar parts of the days 2000-01-01 … 2049-12-31, since no date function works on every engine.
enum CalendarTable {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE calendarDay (
          day INTEGER PRIMARY KEY,
          year INTEGER NOT NULL,
          month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
          dayOfMonth INTEGER NOT NULL CHECK (dayOfMonth BETWEEN 1 AND 31),
          weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
          weekStart INTEGER NOT NULL CHECK (weekStart BETWEEN day - 6 AND day),
          monthStart INTEGER NOT NULL CHECK (monthStart BETWEEN day - 30 AND day)
        ) STRICT;
        """)
    guard let first = Day(iso: "2000-01-01"), let last = Day(iso: "2049-12-31") else { return }
    let insert = try PreparedStatement("INSERT INTO calendarDay VALUES (?, ?, ?, ?, ?, ?, ?)", in: db)
    for number in first.number...last.number {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.civil
      let parts = [number, year, month, dayOfMonth, day.weekday, day.weekStart.number, number - dayOfMonth + 1]
      try insert.run(parts.map(Int64.init))
    }
  }
}
