import Support
import Tabular
import Testing

@testable import Luban

@Suite("Headers of files")
struct HeaderWordTests {
  /// The column of a form that a header leads to.
  private func column(_ header: String, of form: ImportForm) async throws -> String? {
    try await withFile(header + "\n") { path in
      let reader = try RecordReader(try ByteSource(path: path), delimiter: .tab)
      let mapping = try HeaderMapping(try reader.readHeader(), to: form.declared)
      return mapping.indices.firstIndex(of: 0).map { form.columns[$0].name }
    }
  }

  @Test("every word leads to its column, in whichever form", arguments: ImportForm.all.map(\.name))
  func words(_ name: String) async throws {
    let form = try #require(ImportForm.all.first { $0.name == name })
    let keys = ColumnKeys(form.declared)
    for column in form.declared {
      for word in [column.name] + column.aliases {
        #expect(keys.found(in: [word]).map(\.name) == [column.name], "\(word)")
        #expect(keys.found(in: [word.uppercased()]).map(\.name) == [column.name], "\(word) in capitals")
      }
    }
  }

  @Test("every word of the list is a word of its column in some form, and stands in the list once")
  func list() throws {
    let known = Dictionary(
      ImportForm.all.flatMap(\.declared).map { ($0.name, Set($0.aliases.map(Header.normalizedKey))) },
      uniquingKeysWith: { $0.union($1) })
    for (column, words) in HeaderWords.rows {
      #expect(!words.isEmpty && known[column] != nil, "\(column)")
      let strange = words.filter { known[column]?.contains(Header.normalizedKey($0)) != true }
      #expect(strange == [], "\(column)")
    }
    #expect(HeaderWords.rows.count > 300)
  }

  @Test(
    "what offices write above their lists is understood",
    arguments: [
      ("学生姓名", "full_name"), ("身份证号", "document_number"), ("证件号", "document_number"), ("联系电话", "phone"),
      ("生日", "birth_date"), ("出生年月", "birth_date"), ("国别", "nationality"), ("父称", "patronymic"),
      ("ФИО студента", "full_name"), ("Дата рожд.", "birth_date"), ("Тел.", "phone"),
      ("Контактный телефон", "phone"), ("Пол (м/ж)", "gender"), ("№ паспорта", "document_number"),
      ("Серия и номер паспорта", "document_number"), ("Страна", "nationality"), ("Email Address", "email"),
      ("Tug‘ilgan sana", "birth_date"), ("Tug'ilgan sana", "birth_date"), ("Туған күні", "birth_date"),
      ("Date de naissance", "birth_date"), ("تاريخ الميلاد", "birth_date"), ("วันเกิด", "birth_date"),
      ("Date of birth (YYYY-MM-DD)", "birth_date"), ("姓名（必填）", "full_name"), ("Name*", "full_name"),
      ("Дата рождения (дд.мм.гггг)", "birth_date"), ("\"ДАТА\nРОЖДЕНИЯ\"", "birth_date"),
      ("Ｎａｍｅ", "full_name"),
      ("TUGʻILGAN SANA", "birth_date"), ("Tug`ilgan sana", "birth_date"), ("F.I.Sh.", "full_name"),
      ("Prenom", "given_name"), ("NATIONALITE", "nationality"), ("姓名 Name", "full_name"),
      ("Телефон / Phone", "phone"), ("ФИО (на русском)", "full_name"),
      ("Паспорт: серия, номер", "document_number"),
      ("N° DE PASSEPORT", "document_number"), ("الاسم الرباعي", "full_name"), ("الإسم", "full_name"),
      ("Телефон номері", "phone"), ("Аты-жөні (толық)", "full_name"), ("Азаматтығы", "nationality"),
    ])
  func office(header: String, column: String) async throws {
    #expect(try await self.column(header, of: .people) == column)
  }
}
