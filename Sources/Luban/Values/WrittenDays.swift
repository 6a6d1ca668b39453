import Messages
import Postgres

extension Office {
  /// Reads days as people write them: `14.03.2008`, `14 марта 2008`, `2008年3月14日`.
  ///
  /// The function `written_day` of the database reads them, as it reads those of files.
  /// - Throws: ``LubanError/usage(_:)`` for the first text that is no day, or not surely one.
  public func days(written texts: [String]) async throws -> [String: Day] {
    try await read { tx in
      let read = try tx.rows(
        """
        select t.text, d.day::date, coalesce(r.sentence, ''), coalesce(r.name, '')
        from unnest(\(texts)::text[]) with ordinality t (text, nth)
        cross join lateral written_day(t.text, null) d left join rule r on r.name = d.problem
        order by t.nth
        """, as: (String.self, Day?.self, String.self, String.self))
      var days: [String: Day] = [:]
      for (text, day, sentence, rule) in read {
        guard let day else {
          switch rule {
          case "date_is_in_the_calendar": throw LubanError.usage("There is no such day: \(text).")
          case "date_is_in_a_named_format":
            throw LubanError.usage(
              """
              \(text): written so, day and month may stand in either order. \
              Write the day as YYYY-MM-DD or DD.MM.YYYY.
              """)
          default:
            let why = Message(sentence, in: rule)
            throw LubanError.usage("\(text): \(why) Write the day as YYYY-MM-DD.")
          }
        }
        days[text] = day
      }
      return days
    }
  }
}
