import Luban
import Support
import Testing

@Suite("Holidays and breaks through import")
struct HolidayImportTests {
  private func days(_ office: Office) async throws -> [String] {
    let list = try await office.holidays.list(at: "UZ-TAS", from: day("2026-12-20"), to: day("2027-12-31"))
    return try await office.csv(list, Page(columns: ["of", "date", "to", "name", "teaching"]))
      .split(separator: "\n").filter { $0.hasPrefix("UZ-TAS") }.map(String.init)
  }

  @Test(
    "the calendar of a school year is taken; sent again nothing changes, and --update takes over what differs"
  )
  func calendar() async throws {
    try await withOffice { office in
      try await office.ground()
      let file =
        "начало;окончание;название;занятия\n25.12.2026;08.01.2027;Зимние каникулы;\n09.05.2027;;Зачёты;да\n"
      #expect(try await office.send(file, as: .holidays).created == 2)
      let expected = [
        "UZ-TAS,2026-12-25,2027-01-08,Зимние каникулы,no", "UZ-TAS,2027-05-09,,Зачёты,yes",
      ]
      #expect(try await days(office) == expected)
      #expect(try await office.send(file, as: .holidays) { $0.updates = true }.unchanged == 2)
      let longer = file.replacing("08.01", with: "10.01")
      #expect(try await office.send(longer, as: .holidays).differingLines == 1)
      #expect(try await office.send(longer, as: .holidays) { $0.updates = true }.changed == 1)
      #expect(try await days(office).first == "UZ-TAS,2026-12-25,2027-01-10,Зимние каникулы,no")
    }
  }

  @Test("every line that breaks a rule is told it, by column")
  func broken() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.holidays.add(
        [Support.days("2026-12-25", "2027-01-08")], named: "Winter break", at: "UZ-TAS")
      let outcome = try await office.send(
        """
        from,to,name,teaching
        ,2027-02-02,Nothing,
        2027-01-05,,Inside,
        2027-03-01,,,
        2027-04-05,2027-04-01,Backwards,
        2027-05-01,2027-05-05,Spring,perhaps
        2027-06-01,2027-06-10,Exams,
        2027-06-05,2027-06-12,Exams too,
        2027-06-01,,Exams again,

        """, as: .holidays)
      #expect(
        Set(problems(outcome)) == [
          "from:workshop_day_has_a_first_day@2", "from:workshop_day_is_one@3,8",
          "name:workshop_day_has_a_name@4",
          "to:workshop_days_are_of_a_year_at_most@5", "teaching:answer_is_yes_or_no@6",
          "from:workshop_day_begins_once@9",
        ])
    }
  }
}
