import Luban
import Postgres
import Support

/// One who draws commands of every kind and has the service do them, in an office where others do the same.
///
/// Whom a command is about is most often drawn from those whom it could be about, so that half of them are done;
/// else from all, so that the rules have something to refuse.
struct Walker {
  /// A command that can be drawn: its name, how often, and how it is made up and done.
  struct Command: Sendable {
    let name: String
    let weight: Int
    let run: @Sendable (inout Walker) async throws -> Void

    init(_ name: String, _ weight: Int, _ run: @escaping @Sendable (inout Walker) async throws -> Void) {
      self.name = name
      self.weight = weight
      self.run = run
    }
  }

  /// There is nobody, or nothing, of whom a command could be.
  struct NothingToDraw: Error {}

  /// What came of a command.
  enum End {
    case done
    /// A rule forbids it, or there is no such thing.
    case refused
    /// Something that no rule says.
    case fault(String)
  }

  let office: Office
  let title: String
  /// All days of the story, the last one being past in every zone.
  let days: [Day]
  var random: SeededStory
  /// How far the story is, from 0 to 1.
  var progress = 0.0
  /// What is being done, in words.
  var words = ""

  static let commands: [Command] =
    enrollmentCommands + peopleCommands + cohortCommands + classCommands + recordCommands
    + placementCommands + graduateCommands + catalogCommands + importCommands + periodCommands

  /// Draws a command and has it done.
  mutating func step() async -> (command: String, end: End) {
    var turn = Int.random(in: 0..<Self.commands.reduce(0) { $0 + $1.weight }, using: &random)
    var drawn = Self.commands[0]
    for command in Self.commands {
      drawn = command
      turn -= command.weight
      if turn < 0 { break }
    }
    words = drawn.name
    do {
      try await drawn.run(&self)
      return (drawn.name, .done)
    } catch is NothingToDraw {
      return (drawn.name, .refused)
    } catch let error as LubanError {
      return (drawn.name, error.isOfARule ? .refused : .fault("\(error)"))
    } catch {
      return (drawn.name, .fault("\(error)"))
    }
  }
}

extension LubanError {
  /// Whether a rule that has its words says so, or something named is not there.
  fileprivate var isOfARule: Bool {
    switch self {
    case .ruleBroken(let rule), .conflict(let rule): !rule.wayOut.isEmpty || !rule.actions.isEmpty
    case .usage, .notFound, .ambiguous: true
    case .forbidden, .invalidData, .connection, .deadline, .schema, .outcomeUnknown, .internal: false
    }
  }
}

// MARK: Drawing

extension Walker {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func one<Value>(of values: [Value]) throws -> Value {
    guard let value = values.randomElement(using: &random) else { throw NothingToDraw() }
    return value
  }

  /// A row of those a query finds.
  mutating func one<each Value: SQLDecodable & Sendable>(
    _ query: SQL, as types: (repeat (each Value).Type)
  ) async throws -> (repeat each Value) {
    let found = try await office.database.read { tx in try tx.rows(query, as: (repeat each types)) }
    guard let row = found.randomElement(using: &random) else { throw NothingToDraw() }
    return row
  }

  /// The day on which the story is, or one not long before or after it.
  mutating func day() -> Day {
    let now = Int(progress * Double(days.count - 1))
    let shift = chance(60) ? 0 : chance(75) ? -number(1...80) : number(1...20)
    return days[min(max(now + shift, 0), days.count - 1)]
  }

  /// A word that was not there before.
  mutating func word() -> String { String(UInt32.random(in: 0 ... .max, using: &random), radix: 36) }

  mutating func name() throws -> String {
    let family = try one(of: ["Karimova", "Rashidov", "Кедров", "Ҷӯраев", "Müller", "Toʻxtayev", "王", "Lee"])
    let given = try one(of: ["Dilnoza", "Jasur", "Юлия", "Нигора", "Anna", "小明", "Viktor", "Madina"])
    return "\(family) \(given) \(word())"
  }
}
