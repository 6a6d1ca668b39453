import FoundationEssentials
import Glibc

/// The page of figures, with what they were measured on.
struct Figures {
  private let comparisons: [Comparison]
  private let yard: Yard

  init(_ comparisons: [Comparison], _ yard: Yard) {
    self.comparisons = comparisons
    self.yard = yard
  }

  var text: String {
    get throws {
      let server = try yard.value("show server_version", in: "postgres")
      let settings = try ["shared_buffers", "max_wal_size", "wal_compression", "fsync", "synchronous_commit"]
        .map {
          "\($0) \(try yard.value("show \($0)", in: "postgres"))"
        }
      return """
        # Benchmarks

        Written by `make bench` on \(Date().formatted(.iso8601.year().month().day())): \(Self.processor), \
        \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, PostgreSQL \(server) (\(settings.joined(separator: ", "))).

        Each command is timed as a whole process; command and floor run in turn, so that a machine that changes its
        pace changes both. Times are medians; a ratio is the median of the ratios pair by pair, with the least and the
        greatest. The floor of an import of people is PostgreSQL's binary COPY of the finished rows into the same tables,
        with keys, checks, indexes and foreign keys (Benchmarks/sql/import_floor.sql). That of attendance is a script of
        plain psql (attendance_floor.sql): `\\copy` into a staging table, the same checks as set queries, INSERT … SELECT
        through the natural keys, into the same tables without Luban's triggers. The other floors are the same query in psql.

        | what | runs | Luban | floor | ratio | goal | peak memory | |
        | --- | --: | --: | --: | --: | --: | --: | --- |
        \(comparisons.map(\.row).joined(separator: "\n"))
        \(perRow)
        \(Self.remarks)
        """
    }
  }

  /// Why goals are missed where they are; by hand, from profiles of the runs.
  private static let remarks = """

    ## What the figures say

    - **Start-up.** psql and Luban load the same libraries. What Luban adds is the Swift runtime making up the types of
      its commands' options, and the pages of a larger program: some 4 ms for any command. `cohort list` also asks
      for the schema's version, and takes more columns than it shows.
    - **Import.** The floor reads nothing: its rows are finished, and it only writes them, checking each foreign key row by
      row. Luban looks up what they refer to once a statement (ADR 37), and has the time that this saves for reading
      names, dates and words in any of their forms, for finding out who is known, a result for every line, the rules
      that hold whoever writes, and the tally of the reports.
      The goal of 1.0 is not met: these take what the keys save, and half as much again. A profile of the server
      (`perf`) has no peak, its largest function takes 2 %: what is left to gain is left out of what is asked of a line.
    - **The same file again, and a second million.** Whoever may be meant is asked for with name and birth date at once; a
      name alone meets all its namesakes, of whom a million lines have a hundred million.
    - **Roster.** Names are joined: a subselect for each of a million students takes as long as all the rest.
    - **One enrollment.** A server process that has just been started compiles and plans one function and its
      triggers. Asked a second time on the same connection it answers in 2 ms.
    - **Attendance.** The floor's foreign keys look up every row by itself; Luban's trigger asks for all rows of a
      statement at once, and look-ups, plans and statistics are made once a file.
    - **A class of 30.** A server process that has just been started reads what it must know of eight tables, and plans:
      psql needs 9 ms for the same function, and 1.3 ms for a second one on the same connection. Luban also
      notes the command, and begins and commits in statements of their own.
    - **Progress.** A cohort asks for its own rows by index, whatever else there is, and a listing asks cohort by cohort.

    """

  /// Time a row at the largest size beside the smallest, which is measured before and after it.
  private var perRow: String {
    let sized = comparisons.compactMap { one in one.size.map { ($0, Comparison.median(one.own) / Double($0)) }
    }
    guard let least = sized.map(\.0).min(), let most = sized.map(\.0).max(), least < most else { return "" }
    func microseconds(_ size: Int) -> Double {
      Comparison.median(sized.filter { $0.0 == size }.map(\.1)) * 1e6
    }
    let (small, large) = (microseconds(least), microseconds(most))
    return """

      A line of the import takes \(large.text(1)) µs at \(most.grouped) and \(small.text(1)) µs at \(least.grouped): \
      \((large / small).text(2)) × (goal: at most 1.2 ×).

      """
  }

  private static var processor: String {
    guard let file = fopen("/proc/cpuinfo", "r") else { return "unknown processor" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, 512, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") {
        return String(text[text.index(colon, offsetBy: 2)...].filter { !$0.isNewline })
      }
    }
    return "unknown processor"
  }
}

extension Comparison {
  /// For the terminal.
  var line: String {
    let cells = [duration, floorDuration, spread, note].filter { !$0.isEmpty }
    return "\(name): \(cells.joined(separator: " · "))"
  }

  /// For the page.
  var row: String {
    let memory = peakMemory == 0 ? "" : "\((Double(peakMemory) / 1_048_576).text(0)) MiB"
    let limit = goal.map { "≤ \($0.text(1))" } ?? ""
    return
      "| \(name) | \(own.count) | \(duration) | \(floorDuration) | \(spread) | \(limit) | \(memory) | \(note) |"
  }

  private var duration: String { Self.text(Self.median(own)) }
  private var floorDuration: String { floor.isEmpty ? "" : Self.text(Self.median(floor)) }

  private var spread: String {
    guard let ratio else { return "" }
    let ratios = zip(own, floor).map { $0 / $1 }
    guard ratios.count > 1, let least = ratios.min(), let most = ratios.max() else { return ratio.text(2) }
    return "\(ratio.text(2)) (\(least.text(2))–\(most.text(2)))"
  }

  private static func text(_ seconds: Double) -> String {
    seconds < 1 ? "\((seconds * 1000).text(1)) ms" : "\(seconds.text(2)) s"
  }
}

extension Double {
  /// With so many digits behind the point.
  func text(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { whole, _ in whole * 10 }
    let whole = Int((self * Double(scale)).rounded())
    if digits == 0 { return String(whole) }
    let rest = String(abs(whole) % scale)
    let sign = whole < 0 && whole / scale == 0 ? "-" : ""
    return "\(sign)\(whole / scale).\(String(repeating: "0", count: digits - rest.count))\(rest)"
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String {
    let digits = Array(String(self))
    return digits.indices.map { place in
      (place > 0 && (digits.count - place).isMultiple(of: 3) ? "," : "") + String(digits[place])
    }.joined()
  }
}
