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
      let mapping = try HeaderMapping(try reader.readHeader(), to: form.columns.map(\.declared))
      return mapping.indices.firstIndex(of: 0).map { form.columns[$0].name }
    }
  }

  @Test("every word leads to its column, in whichever form", arguments: ImportForm.all.map(\.name))
  func words(_ name: String) async throws {
    let form = try #require(ImportForm.all.first { $0.name == name })
    for column in form.columns {
      for word in [column.name] + column.aliases {
        #expect(try await self.column(word, of: form) == column.name, "\(word)")
        #expect(try await self.column(word.uppercased(), of: form) == column.name, "\(word) in capitals")
      }
    }
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
    ])
  func office(header: String, column: String) async throws {
    #expect(try await self.column(header, of: .people) == column)
  }
}
