import Testing

@testable import Tabular

/// A list of people as an office keeps it, in an encoding of its country.
struct OfficeList: Sendable, CustomTestStringConvertible {
  let encoding: TextEncoding
  let country: String
  let people: [String]

  var testDescription: String { "\(encoding.rawValue) \(people[0])" }

  static let all = [
    OfficeList(.windows1252, "DE", "Müller,Zoë;Strauß,Jürgen;Weber,Anna;Böhm,Käthe"),
    OfficeList(.windows1252, "CI", "Kouamé,Hélène;N’Guessan,Désiré;Koffi,François;Traoré,Aïcha;Bédié,Noël"),
    OfficeList(.windows1252, "PT", "Conceição,João;Gonçalves,Inês;Simões,António"),
    OfficeList(
      .windows1251, "RU",
      "Иванов,Алексей;Ёлкина,Юлия;Рахимов,Рустам;Щербакова,Наталья;Саидов,Улугбек;Цой,Виктор"),
    OfficeList(.windows1251, "UZ", "ИВАНОВ,АЛЕКСЕЙ;ЁЛКИНА,ЮЛИЯ;РАХИМОВ,РУСТАМ;ЩЕРБАКОВА,НАТАЛЬЯ"),
    OfficeList(.windows1251, "BG", "Георгиев,Христо;Димитрова,Пенка;Жечев,Щерю;Бъчваров,Ангел"),
    OfficeList(.koi8r, "RU", "Иванов,Алексей;Ёлкина,Юлия;Рахимов,Рустам;Щербакова,Наталья"),
    OfficeList(.ibm866, "RU", "Иванов,Алексей;Ёлкина,Юлия;Рахимов,Рустам;Щербакова,Наталья"),
    OfficeList(.macCyrillic, "RU", "Иванов,Алексей;Ёлкина,Юлия;Рахимов,Рустам;Щербакова,Наталья"),
    OfficeList(
      .kz1048, "KZ",
      "Әбдіқалықов,Нұрлан;Қайратқызы,Әсел;Өмірбек,Ғалым;Жәнібеков,Үсен;Иванова,Мәдіна;Шыңғысхан,Һамит"),
    OfficeList(.pt154, "KZ", "Әбдіқалықов,Нұрлан;Қайратқызы,Әсел;Өмірбек,Ғалым;Жәнібеков,Үсен"),
    OfficeList(.windows1254, "TR", "Yılmaz,Ayşe;Şahin,İbrahim;Doğan,Gülşen;Öztürk,Çağrı;Demir,Mehmet"),
    OfficeList(.windows1250, "PL", "Wiśniewski,Łukasz;Kamiński,Paweł;Dąbrowska,Małgorzata;Wójcik,Żaneta"),
    OfficeList(.windows1258, "VN", "Nguyễn,Thị Hương;Trần,Văn Đức;Lê,Minh Tuấn;Phạm,Quỳnh Anh"),
    OfficeList(.windows874, "TH", "สมชาย,ใจดี;สุดา,ทองคำ;ประเสริฐ,ศรีสุข;วิภา,แก้วมณี"),
    OfficeList(.windows1256, "EG", "محمد,أحمد;فاطمة,الزهراء;خالد,عبد الله;مصطفى,إبراهيم"),
    OfficeList(.gb18030, "CN", "王,伟;李,娜;张,敏;刘,洋;陈,静;欧阳,婷婷;赵,雪梅"),
    OfficeList(.big5, "TW", "王,偉;陳,淑芬;張,志明;劉,美玲;黃,俊傑;歐陽,麗華"),
    OfficeList(.shiftJIS, "JP", "山田,太郎;佐藤,花子;鈴木,さくら;高橋,ケンジ;渡辺,美咲"),
    OfficeList(.macintosh, "CI", "Kouamé,Hélène;N’Guessan,Désiré;Koffi,François"),
    OfficeList(.ibm850, "DE", "Müller,Zoë;Strauß,Jürgen;Böhm,Käthe"),
  ]

  private init(_ encoding: TextEncoding, _ country: String, _ people: String) {
    self.encoding = encoding
    self.country = country
    self.people = people.split(separator: ";").map(String.init)
  }

  var fields: [[String]] {
    [["family_name", "given_name"]] + people.map { $0.split(separator: ",").map(String.init) }
  }

  func bytes() throws -> [UInt8] {
    try encoded(
      (["family_name,given_name"] + people).joined(separator: "\n") + "\n",
      as: #require(encoding.converterName(prefix: [])))
  }
}

@Suite("An encoding that a file does not tell")
struct EncodingFinderTests {
  @Test("is first of those it may be, with the names, wherever the office is", arguments: OfficeList.all)
  func isFirst(list: OfficeList) throws {
    for country in [list.country, "UZ", nil] {
      let error = try fault(list.bytes(), Manner(country: country)).error
      guard case .unknownEncoding(let readings) = error.fault else { throw error }
      let first = try #require(readings.first)
      #expect(first.encoding == list.encoding && first.isFit)
      #expect(!first.samples.isEmpty && first.samples.count <= 3)
      #expect(
        first.samples.allSatisfy { sample in
          list.fields.contains { $0.joined(separator: " ").contains(sample) }
        })
      #expect(error.description.contains("--encoding \(list.encoding.rawValue)"))
    }
  }

  @Test("is read when it is named, letter by letter", arguments: OfficeList.all)
  func isRead(list: OfficeList) throws {
    for limit in [7, .max] {
      let read = try rows(list.bytes(), Manner(encoding: list.encoding, readLimit: limit))
      #expect(read.map(\.fields) == list.fields)
    }
  }

  @Test("gives way to no other name, unless that reads the same", arguments: OfficeList.all)
  func isNoOther(list: OfficeList) throws {
    for other in TextEncoding.allCases where other != list.encoding {
      do {
        let read = try rows(list.bytes(), Manner(encoding: other, country: list.country))
        #expect(read.map(\.fields) == list.fields || read.contains { !$0.lost.isEmpty }, "\(other)")
      } catch let error as ReadingError {
        guard case .unfitEncoding(let named, _, let readings) = error.fault, named == other else {
          guard case .unknownEncoding = error.fault else { throw error }
          continue
        }
        #expect(readings.first?.encoding == list.encoding)
      }
    }
  }

  @Test("that reads the file as others do is named after the country, else the most usual")
  func alike() throws {
    let bytes = try encoded("a\nСаидов\n", as: "CP1251")
    func found(in country: String?) throws -> [TextEncoding] {
      guard case .unknownEncoding(let readings) = try fault(bytes, Manner(country: country)).error.fault
      else {
        return []
      }
      return readings.map(\.encoding)
    }
    #expect(try found(in: "KZ") == [.kz1048])
    #expect(try found(in: "UZ") == [.windows1251])
    #expect(try found(in: nil) == [.windows1251])
  }

  @Test("is told of a single name, as is what is usual in the country and makes no words of it")
  func single() throws {
    for (text, name, encoding) in [
      ("Müller,Zoë", "CP1252", TextEncoding.windows1252), ("王,伟", "GB18030", .gb18030),
    ] {
      let error = try fault(encoded("a,b\n\(text)\n", as: name), Manner(country: "UZ")).error
      guard case .unknownEncoding(let readings) = error.fault else { throw error }
      #expect(readings.map(\.encoding) == [encoding, .windows1251])
      #expect(readings.map(\.isFit) == [true, false])
    }
  }

  @Test("is told where it begins late in a long file, with its place")
  func late() throws {
    let long = String(repeating: "name,2004-01-01\n", count: 50_000)
    let bytes = Array(long.utf8) + (try encoded("Müller,2004\n", as: "CP1252"))
    let (error, _) = try fault(bytes)
    guard case .unknownEncoding(let readings) = error.fault else { throw error }
    #expect(readings.first?.samples == ["Müller"])
    #expect(error.position?.line == 50_001)
    let named = try fault(bytes, Manner(encoding: .windows1251)).error
    #expect(named.message.description == "`Mьller` as windows-1251 is of no language")
  }

  @Test("is not looked for where at least half of what is above ASCII is UTF-8")
  func halfUTF8() throws {
    let half = Array("имя\n".utf8) + (try encoded("Анн\n", as: "CP1251"))
    #expect(try rows(half).map(\.lost) == [[], [0]])
    let less = Array("имя\n".utf8) + (try encoded("Анна\n", as: "CP1251"))
    guard case .unknownEncoding = try fault(less).error.fault else {
      Issue.record("less than half is taken for UTF-8")
      return
    }
    // A pair for UTF-16, each half by itself, is of a program that means UTF-8.
    let pair: [UInt8] = [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]
    #expect(try rows(Array("a\nb".utf8) + pair + Array("\n".utf8)).map(\.lost) == [[], [0]])
  }

  @Test("does not hide that a word has a letter of another alphabet here and there")
  func lookAlikes() throws {
    let people = (0..<30).map { "Саидов\($0)" } + ["Cаидов"]
    let bytes = try encoded("a\n" + people.joined(separator: "\n") + "\n", as: "CP1251")
    #expect(try rows(bytes, Manner(encoding: .windows1251)).count == 32)
  }
}
