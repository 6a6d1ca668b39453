import FoundationEssentials
import Support
import Testing

/// The law of days, command by command: a fact is of today or earlier.
@Suite("The law of days at the command line")
struct DayLawTests {
  /// A day to come, whenever this is run.
  private static let dayToCome = "2099-05-01"

  @Test(
    "every command that takes the day of a fact refuses one that is still to come, and says where it is which day"
  )
  func facts() async throws {
    try await TourOffice.with { office in
      let laying = try Program.shell("set -e\n" + Self.more, dsn: office.dsn)
      try #require(laying.exitCode == 0, "\(laying.output)\n\(laying.talk)")
      for line in Self.facts {
        let outcome = try Program.shell(line, dsn: office.dsn)
        #expect(outcome.exitCode == 5 || outcome.exitCode == 6, "\(line)\n\(outcome.talk)")
        let told = outcome.output + outcome.talk
        #expect(told.contains("\(Self.dayToCome) is still to come"), "\(line)\n\(told)")
      }
      // A job that is told of began by the day of the answer, which is not to come.
      for line in Self.jobs {
        let outcome = try Program.shell(line, dsn: office.dsn)
        #expect(outcome.talk.contains("outcome_job_began_before_the_answer"), "\(line)\n\(outcome.talk)")
      }
    }
  }

  @Test(
    "every option that takes a day is that of a fact, with its case, of a plan, or names a day that is there")
  func options() throws {
    let dump = try Program.shell("luban --experimental-dump-help", dsn: "")
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
    let there = Set(root.below.flatMap { $0.dayOptions(after: "") })
    let facts = Set((Self.facts + Self.jobs).flatMap { Self.dayOptions(of: $0) })
    let rest = Set((Self.plans + Self.questions).flatMap(Self.options))
    #expect(there.count > 100)
    #expect(there.subtracting(facts).subtracting(rest).sorted() == [], "of no kind")
    #expect(rest.subtracting(there).sorted() == [], "gone")
    #expect(facts.subtracting(there).sorted() == [], "gone")
    #expect(facts.intersection(rest).sorted() == [], "of two kinds")
  }

  @Test(
    "an option takes a day in every sure form that a file may have, and refuses the others")
  func typed() async throws {
    try await TourOffice.with { office in
      let plan = "luban cohort plan UZ-TAS-LOG-2025T --workshop UZ-TAS --program LOG --capacity 30"
      let planned = try Program.shell(
        "\(plan) --intake '1 сентября 2025 г.' --end 30.06.2028 --window-opens 2025年5月1日", dsn: office.dsn)
      #expect(planned.output.contains("2025-09-01 to 2028-06-30"), "\(planned.output)\(planned.talk)")
      let listed = try Program.shell("luban report cohort --intake 1.9.2025..2025/9/1", dsn: office.dsn)
      #expect(listed.output.contains("UZ-TAS-LOG-2025T"), "\(listed.talk)")
      let refused = [
        ("03/04/2025", "in either order"), ("2568-03-14", "Buddhist"), ("31.02.2025", "no such day"),
        ("14.03.25", "four digits"),
        ("2025-03-14 19:00", "without a time"), ("2025", "in full"), ("soon", "no value"),
      ]
      for (day, word) in refused {
        let outcome = try Program.shell("luban class list --on '\(day)'", dsn: office.dsn)
        #expect(outcome.exitCode == 2 && outcome.talk.contains(word), "\(day): \(outcome.talk)")
      }
    }
  }

  private struct Dump: Decodable { let command: Command }

  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    var below: [Command] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// "command option" of all options whose value is a day.
    func dayOptions(after words: String) -> [String] {
      let words = words.isEmpty ? commandName : "\(words) \(commandName)"
      guard below.isEmpty else { return below.flatMap { $0.dayOptions(after: words) } }
      return (arguments ?? []).filter { ["day", "date"].contains($0.valueName) }
        .compactMap { $0.names?.first.map { "\(words) \($0.name)" } }
    }
  }

  private struct Argument: Decodable {
    let valueName: String?
    let names: [Name]?

    struct Name: Decodable { let name: String }
  }

  /// "enroll students on" of a command line that gives the day to come by `--on`.
  private static func dayOptions(of line: String) -> [String] {
    let words = (line.split(separator: "|").last ?? "").split(separator: " ").map(String.init)
    let names = words.dropFirst().prefix { word in
      !word.hasPrefix("-") && word.allSatisfy { $0.isLowercase || $0 == "-" }
    }
    let command = names == ["enroll"] ? "enroll students" : names.joined(separator: " ")
    return zip(words, words.dropFirst()).filter { $0.1 == dayToCome && $0.0.hasPrefix("--") }
      .map { "\(command) \($0.0.dropFirst(2))" }
  }

  /// "cohort plan: intake end" as "cohort plan intake" and "cohort plan end".
  private static func options(_ text: String) -> [String] {
    let parts = text.split(separator: ":")
    return parts[1].split(separator: " ").map { "\(parts[0]) \($0)" }
  }

  /// What is intended keeps its future.
  private static let plans = [
    "agreement add: effective expires", "agreement edit: effective expires",
    "agreement renew: effective expires",
    "agreement end: on", "workshop open: since", "workshop edit: on",
    "cohort plan: intake end window-opens window-closes",
    "cohort edit: intake end window-opens window-closes",
    "instructor add: since until", "instructor edit: since until", "instructor certify: since until on",
    "instructor import: on", "instructor certify-import: on", "class add: from to", "class plan: from to",
    "class edit: from to", "class schedule: from to week-1", "class move: on to", "language add: valid-until",
    "language correct: valid-until", "culture add: on to", "culture edit: on to", "placement offer: from to",
    "placement edit: from to", "placement assign: from to",
  ]

  /// What is asked for a day, or about something that is of that day.
  private static let questions = [
    "partner list: on", "agreement list: on", "workshop list: on", "holiday list: from to",
    "instructor list: on", "class list: on",
    "class sessions: from to", "class cancel: on", "class clashes: from to", "class rooms: from to",
    "class day-sheet: on", "instructor hours: from to",
    "holiday cancel-sessions: from to", "calendar: from to",
    "attendance undo: on", "attendance show: from to", "attendance list: from to", "attendance rates: as-of",
    "attendance sheet: from to", "result show: as-of", "result rates: as-of", "language correct: on",
    "language remove: on", "language level: on", "culture list: from to", "culture hours: as-of",
    "placement offers: on", "placement list: on", "placement show: on", "placement clashes: on",
    "placement correct: on", "progress: as-of", "risk: as-of", "outcome rates: as-of", "report cohort: as-of",
    "report roster: as-of", "report overview: as-of", "report language: as-of",
    "report attendance: as-of", "report outcomes: as-of", "report program: as-of",
    "report partner: since as-of", "report year: as-of", "report culture: as-of", "report quality: as-of",
    "report pack: as-of",
    "seed records: from to",
  ]

  private static let jobs = lines(
    #"""
    luban outcome add S-00009 --cohort UZ-TAS-LOG-2022A --months 12 --status employed --on 2026-07-01 \
      --job-from 2099-05-01
    luban outcome correct S-00009 --cohort UZ-TAS-LOG-2022A --months 6 --job-from 2099-05-01 --reason x
    """#)

  private static func lines(_ text: String) -> [String] {
    text.replacing(" \\\n  ", with: " ").split(separator: "\n").map(String.init)
  }

  /// What the office of the tour has not: a cohort with a session on the day to come, and somebody for each verb.
  private static let more = #"""
    luban partner add UZ-SUSP --kind college --country UZ --name Suspended --active --on 2020-01-01
    luban partner suspend UZ-SUSP --on 2020-02-01 --reason x
    luban cohort plan UZ-TAS-LOG-2099A --workshop UZ-TAS --program LOG --intake 2026-09-01 --end \
      2099-12-31 --capacity 5
    luban cohort plan UZ-TAS-LOG-2099B --workshop UZ-TAS --program LOG --intake 2026-09-01 --capacity 5
    luban cohort open UZ-TAS-LOG-2099A --on 2026-05-10
    luban enroll S-00007 --cohort UZ-TAS-LOG-2099A --applied 2026-06-01
    luban enroll S-00006 --cohort UZ-TAS-LOG-2099A --applied 2026-06-01 --as applied
    luban class add UZ-TAS-LOG-2099A/LOG-110 --from 2026-09-07 --to 2099-06-30
    luban class schedule UZ-TAS-LOG-2099A/LOG-110 --weekly "Fri 09:00-10:30" --from 2099-05-01 --to \
      2099-05-01
    luban enrollment withdraw S-00008 --cohort UZ-TAS-LOG-2022A --on 2025-07-01 --code moved
    luban enrollment suspend S-00005 --cohort UZ-TAS-LOG-2026A --on 2026-10-01 --code health
    luban culture add NEXT --workshop UZ-TAS --theme tea --title Tea --on 2099-05-01 --hours 2
    luban placement offer YARD --workshop UZ-TAS --partner UZ-RAIL --title Yard --places 2 --from \
      2026-09-01 --to 2099-12-31 --hours 80
    luban placement assign YARD S-00007 --cohort UZ-TAS-LOG-2099A
    luban credential issue S-00009 --cohort UZ-TAS-LOG-2022A --on 2025-07-02
    rm -f /tmp/luban-day-law.pem
    luban credential key make --body UZ-TSTU --out /tmp/luban-day-law.pem
    rm -f /tmp/luban-day-law.pem
    luban outcome add S-00009 --cohort UZ-TAS-LOG-2022A --months 6 --status employed --on 2026-01-10
    luban language add S-00007 --level hsk2010:1 --on 2026-10-10 --score 150
    luban result add S-00007 LOG-110 --cohort UZ-TAS-LOG-2099A --mark 4 --on 2026-10-10
    luban agreement add LW-2099-01 --kind memorandum --party UZ-TSTU --party CN-TJMC --signed \
      2022-01-10 --effective 2022-02-01
    """#

  /// Lines that would be right on that day.
  private static let facts = lines(
    #"""
    luban partner add UZ-NEW --kind college --country UZ --name New --active --on 2099-05-01
    luban partner edit UZ-RAIL --name Railways --since 2099-05-01
    printf '%s\n' partner,kind,country,name UZ-RAIL,enterprise,UZ,Rails | luban partner import - --update --renamed 2099-05-01
    luban partner reactivate UZ-SUSP --on 2099-05-01
    luban partner suspend UZ-RAIL --on 2099-05-01 --reason x
    luban partner end UZ-RAIL --on 2099-05-01 --reason x --yes
    luban agreement add A-9 --kind memorandum --party UZ-TSTU --party CN-TJMC --signed 2099-05-01 --effective 2022-02-01
    luban agreement edit LW-2099-01 --signed 2099-05-01
    luban period close 2099 --as-of 2099-05-01
    luban agreement renew LW-2022-02 --as LW-9 --signed 2099-05-01
    luban workshop open UZ-NEW --country UZ --title New --signed 2099-05-01
    luban workshop open UZ-NEW --country UZ --title New --unveiled 2099-05-01
    luban workshop open UZ-NEW --country UZ --title New --trial-operation 2099-05-01
    luban workshop open UZ-NEW --country UZ --title New --in-operation 2099-05-01
    luban workshop open UZ-NEW --country UZ --title New --renewed 2099-05-01
    luban workshop edit UZ-TAS --signed 2099-05-01
    luban workshop edit UZ-TAS --unveiled 2099-05-01
    luban workshop edit UZ-TAS --trial-operation 2099-05-01
    luban workshop edit UZ-TAS --in-operation 2099-05-01
    luban workshop edit UZ-TAS --renewed 2099-05-01
    luban workshop close TJ-DUS --on 2099-05-01 --yes
    luban course retire LOG-310 --on 2099-05-01 --reason x
    luban program amend LOG --title Logistic --reason x --on 2099-05-01
    luban cohort open UZ-TAS-LOG-2099B --on 2099-05-01
    luban cohort start UZ-TAS-LOG-2026B --on 2099-05-01
    luban cohort close UZ-TAS-LOG-2023A --on 2099-05-01
    luban cohort cancel UZ-TAS-LOG-2026B --on 2099-05-01 --reason x --yes
    luban cohort edit UZ-TAS-LOG-2026A --capacity 9 --since 2099-05-01
    luban instructor train UZ-TSTU/117 --title EPIP --from 2099-05-01 --hours 8
    luban instructor train UZ-TSTU/117 --title EPIP --from 2026-01-01 --to 2099-05-01 --hours 8
    printf 'instructor,title,from,hours\nUZ-TSTU/117,EPIP,2099-05-01,8\n' | luban instructor train-import - \
      --workshop UZ-TAS
    luban student add --full "A B" --workshop UZ-TAS --nationality UZ --birth 2099-05-01
    luban student add --full "A B" --workshop UZ-TAS --nationality UZ --birth 2005-01-01 --consent 2099-05-01
    luban student edit S-00001 --birth 2099-05-01
    luban student edit S-00001 --consent 2099-05-01
    luban student edit S-00001 --full "A B" --since 2099-05-01
    luban enroll S-00009 --cohort UZ-TAS-LOG-2099A --applied 2099-05-01
    luban enroll S-00009 --cohort UZ-TAS-LOG-2099A --applied 2026-06-01 --on 2099-05-01
    printf 'number\nS-00009\n' | luban enroll import - --cohort UZ-TAS-LOG-2099A --applied 2099-05-01
    luban enrollment admit S-00006 --cohort UZ-TAS-LOG-2099A --on 2099-05-01
    luban enrollment waitlist S-00006 --cohort UZ-TAS-LOG-2099A --on 2099-05-01
    luban enrollment reject S-00006 --cohort UZ-TAS-LOG-2099A --on 2099-05-01
    luban enrollment decline S-00006 --cohort UZ-TAS-LOG-2099A --on 2099-05-01
    luban enrollment suspend S-00007 --cohort UZ-TAS-LOG-2099A --on 2099-05-01 --code health
    luban enrollment resume S-00005 --cohort UZ-TAS-LOG-2026A --on 2099-05-01
    luban enrollment withdraw S-00007 --cohort UZ-TAS-LOG-2099A --on 2099-05-01 --code moved
    luban enrollment dismiss S-00007 --cohort UZ-TAS-LOG-2099A --on 2099-05-01 --code other --reason x
    luban enrollment complete S-00007 --cohort UZ-TAS-LOG-2099A --on 2099-05-01
    luban enrollment transfer S-00001 --cohort UZ-TAS-LOG-2026A --to UZ-TAS-LOG-2026B --on 2099-05-01 --reason x
    luban enrollment return S-00008 --cohort UZ-TAS-LOG-2022A --on 2099-05-01
    luban enrollment correct S-00008 --cohort UZ-TAS-LOG-2022A --event 2 --to 2099-05-01 --reason x
    printf 'student\nS-00007\n' | luban enrollment import - --cohort UZ-TAS-LOG-2099A --to withdrawn \
      --on 2099-05-01
    luban attendance take UZ-TAS-LOG-2099A/LOG-110 --on 2099-05-01
    luban attendance correct UZ-TAS-LOG-2099A/LOG-110 S-00007 --on 2099-05-01 --status present --reason x
    printf 'student,course,status\nS-00007,LOG-110,present\n' | luban attendance import - --cohort \
      UZ-TAS-LOG-2099A --on 2099-05-01
    luban result add S-00007 LOG-110 --cohort UZ-TAS-LOG-2099A --mark 5 --on 2099-05-01
    luban result recognize S-00007 LOG-105 --cohort UZ-TAS-LOG-2099A --mark 5 --on 2099-05-01 --evidence x
    luban result transfer S-00007 LOG-105 --cohort UZ-TAS-LOG-2099A --mark 5 --on 2099-05-01 --evidence x \
      --from UZ-TSTU --agreement LW-2022-02
    luban result correct S-00007 LOG-110 --cohort UZ-TAS-LOG-2099A --on 2099-05-01 --reason x
    printf 'student,course,mark\nS-00007,LOG-110,5\n' | luban result import - --cohort UZ-TAS-LOG-2099A \
      --on 2099-05-01
    luban language add S-00007 --level hsk2010:2 --score 150 --on 2099-05-01
    luban language correct S-00007 --level hsk2010:1 --on 2026-10-10 --to-day 2099-05-01 --reason x
    printf 'student,level,score\nS-00007,hsk2010:2,150\n' | luban language import - --workshop UZ-TAS \
      --on 2099-05-01
    luban culture attend NEXT S-00007 --cohort UZ-TAS-LOG-2099A
    luban placement log S-00007 --on 2099-05-01 --hours 8
    luban placement evaluate S-00007 --side school --mark 5 --scale cis5 --on 2099-05-01
    luban placement end S-00007 --on 2099-05-01 --reason x
    printf 'student,hours\nS-00007,8\n' | luban placement log-import - --workshop UZ-TAS --on 2099-05-01
    printf 'student,side,mark,scale\nS-00007,school,5,cis5\n' | luban placement evaluate-import - \
      --workshop UZ-TAS --on 2099-05-01
    luban credential issue S-00009 --cohort UZ-TAS-LOG-2022A --on 2099-05-01
    luban credential revoke UZ-TAS-2025-00001 --on 2099-05-01 --reason x --yes
    luban credential reissue UZ-TAS-2025-00001 --on 2099-05-01 --reason x
    printf 'serial\nUZ-TAS-2025-00001\n' | luban credential revoke-import - --on 2099-05-01 --reason x --yes
    printf 'serial\nUZ-TAS-2025-00001\n' | luban credential reissue-import - --on 2099-05-01 --reason x
    luban credential key retire UZ-TSTU/1 --on 2099-05-01 --reason x --yes
    luban credential key compromised UZ-TSTU/1 --on 2099-05-01 --reason x --yes
    luban outcome survey UZ-TAS-LOG-2022A --months 12 --on 2099-05-01
    luban outcome add S-00009 --cohort UZ-TAS-LOG-2022A --months 12 --status employed --on 2099-05-01
    luban outcome correct S-00009 --cohort UZ-TAS-LOG-2022A --months 6 --to-day 2099-05-01 --reason x
    printf 'student,months,status\nS-00009,12,employed\n' | luban outcome import - --cohort \
      UZ-TAS-LOG-2022A --on 2099-05-01
    """#)
}
