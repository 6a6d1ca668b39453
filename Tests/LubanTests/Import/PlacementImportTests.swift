import Luban
import Support
import Testing

@Suite("Import of placements")
struct PlacementImportTests {
  @Test("all that is wrong with assignments is told in one pass, and nothing is written")
  func problemsOfAssignments() async throws {
    try await withOffice(.placements) { office in
      let outcome = try await office.send(
        """
        offer,student,from,to,cohort
        R-9,S-00002,,,
        R-1,S-00001,2025-03-01,,
        R-1,S-00002,1/2/2025,,
        R-1,S-00002,,2025-05-01,
        R-1,S-00004,,,UZ-TAS-LOG-2024A
        R-2,S-00002,,,
        R-2,S-00003,,,
        R-2,S-00002,2025-05-01,,
        R-1,S-00002,2025-03-01,2025-02-28,

        """, as: .placements)
      #expect(
        problems(outcome) == [
          "from:date_is_in_a_named_format@4", "from:placement_is_of_one_enrolled@6",
          "offer:placement_is_once_at_a_time@3,9", "offer:placement_offer_is_known@2",
          "offer:placement_places_within_the_offer@8", "to:placement_is_in_order@10",
          "to:placement_lies_within_its_offer@5",
        ])
      #expect(!outcome.isKept)
    }
  }

  @Test(
    "assignments are taken in the order of the lines; sent again nothing changes, with --update the days do")
  func assignments() async throws {
    try await withOffice(.placements) { office in
      let file = "岗位;full_name;по;руководитель\nr-1;Student 2;;A. Yusupov\nR-2;student 3;30.05.2025;\n"
      let first = try await office.send(file, as: .placements) { $0.dates = .dayFirst }
      #expect(first.created == 2 && first.refused == 0)
      let again = try await office.send(file, as: .placements) { $0.dates = .dayFirst }
      #expect(again.created == 0 && again.unchanged == 2)
      let moved = try await office.send(
        "offer,student,to\nR-2,S-00003,2025-06-15\n", as: .placements
      ) {
        $0.updates = true
      }
      #expect(moved.changed == 1 && moved.changedFields == ["to": 1])
      #expect(try await office.placements.show(.init(students(3)[0])).endsOn.iso == "2025-06-15")
      #expect(try await office.placements.show(.init(students(2)[0])).supervisor == "A. Yusupov")
    }
  }

  @Test(
    "a file ends placements with --update, and gives the places it frees; a student may go on elsewhere by it"
  )
  func ends() async throws {
    try await withOffice(.placements) { office in
      let file = """
        岗位,学号,开始,提前结束,原因
        R-1,S-00002,,,
        R-1,S-00003,2025-02-27,,
        R-1,S-00001,,2025-02-26,the yard was closed
        R-2,S-00001,2025-03-01,,

        """
      let kept = try await office.send(file, as: .placements)
      #expect(
        problems(kept) == [
          "offer:placement_is_once_at_a_time@5", "offer:placement_places_within_the_offer@3",
        ])
      let ended = try await office.send(file, as: .placements) { $0.updates = true }
      #expect(problems(ended) == [] && ended.created == 3 && ended.changed == 1)
      #expect(ended.changedFields == ["ended_on": 1, "end_reason": 1])
      let again = try await office.send(file, as: .placements) { $0.updates = true }
      #expect(problems(again) == [] && again.unchanged == 4)
      let first = try await office.placements.show(.init(students(1)[0], offer: "R-1"))
      #expect(first.endedOn?.iso == "2025-02-26" && first.endReason == "the yard was closed")
      let offers = try await office.csv(office.placements.offers(), Page(columns: ["offer", "free"]))
      #expect(offers == "offer,free\nR-1,0\nR-2,0\n")
    }
  }

  @Test("who was transferred is at one place at a time in both cohorts, and a line is refused for another")
  func transferred() async throws {
    try await withOffice(.placements) { office in
      let (before, after) = ("UZ-TAS-LOG-2024A" as CohortCode, "UZ-TAS-LOG-2024B" as CohortCode)
      try await office.cohort(after, year: 2024)
      _ = try await office.enrollments.transfer(
        students(1, 2), from: before, to: after, on: day("2025-03-15"), reason: "evenings")
      let file = """
        offer,student,cohort,from
        R-2,S-00001,\(after),2025-04-01
        R-1,S-00002,\(before),2025-03-01
        R-2,S-00002,\(after),2025-04-01
        R-2,S-00003,\(before),2025-04-01

        """
      let refused = try await office.send(file, as: .placements) { $0.skipsInvalid = true }
      #expect(problems(refused) == ["offer:placement_is_once_at_a_time@2,4"])
      #expect(refused.created == 2)
    }
  }

  @Test("a place of a past day is refused by line, with the day since which one is free; the rest is taken")
  func pastPlaces() async throws {
    try await withOffice(.placements) { office in
      var fewer = PlacementOfferDetails()
      fewer.places = 1
      _ = try await office.placements.edit("R-1", fewer)
      try await office.placements.end(
        .init(students(1)[0]), on: Day("2025-03-01") ?? .today, reason: "the yard was closed")
      let file = "offer,student,from\nR-1,S-00002,2025-02-20\nR-1,S-00003,2025-03-01\n"
      let refused = try await office.send(file, as: .placements)
      #expect(problems(refused) == ["from:placement_places_within_the_offer@2"])
      #expect(refused.problems.first?.sentence.contains("a place is free since 2025-03-01") == true)
      let taken = try await office.send(file, as: .placements) { $0.skipsInvalid = true }
      #expect(taken.isKept && taken.created == 1 && taken.refused == 1)
      let late = try await office.send(
        "offer,student,from\nR-1,S-00002,2025-02-20\n", as: .placements)
      #expect(problems(late) == ["offer:placement_places_within_the_offer@2"])
      // The end of one that is known, on a later day than another took the place, and one that never frees it.
      let moved = try await office.send(
        "offer,student,ended_on,end_reason\nR-1,S-00001,2025-03-05,later\n", as: .placements
      ) { $0.updates = true }
      #expect(problems(moved) == ["offer:placement_places_within_the_offer@2"])
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
    }
  }

  @Test(
    "a file that ends a placement gives the place from that day on, and a file of offers takes away none that was held"
  )
  func endedPlaces() async throws {
    try await withOffice(.placements) { office in
      let offers = "offer,places\nR-1,1\n"
      _ = try await office.placements.assign("R-1", students(2), of: "UZ-TAS-LOG-2024A")
      let file = """
        offer,student,from,ended_on,end_reason
        R-1,S-00001,,2025-02-26,closed
        R-1,S-00003,2025-02-20,,

        """
      let refused = try await office.send(file, as: .placements) { $0.updates = true }
      #expect(problems(refused) == ["from:placement_places_within_the_offer@3"])
      #expect(refused.problems.first?.sentence.contains("a place is free since 2025-02-26") == true)
      let ended = try await office.send(file, as: .placements) {
        ($0.updates, $0.skipsInvalid) = (true, true)
      }
      #expect(ended.changed == 1 && ended.created == 0)
      let fewer = try await office.send(offers, as: .placementOffers) { $0.updates = true }
      #expect(problems(fewer) == ["places:placement_places_within_the_offer@2"])
      #expect(fewer.problems.first?.sentence.contains("2 were held on 2025-02-01") == true)
    }
  }

  @Test("all that is wrong with ends of placements is told in one pass, and nothing ends")
  func problemsOfEnds() async throws {
    try await withOffice(.placements) { office in
      try await office.placements.log(.init(students(1)[0]), on: Day("2025-03-10") ?? .today, hours: 8)
      let outcome = try await office.send(
        """
        offer,student,to,ended_on,end_reason
        R-1,S-00001,,2025-03-09,closed
        R-1,S-00001,,2025-05-01,closed
        R-1,S-00001,,2025-03-12,
        R-1,S-00001,,,closed
        R-1,S-00001,,12/03/2025,closed
        R-1,S-00001,2025-03-09,,

        """, as: .placements
      ) { $0.updates = true }
      #expect(
        problems(outcome) == [
          "end_reason:placement_end_has_a_reason@4,5", "ended_on:date_is_in_a_named_format@6",
          "ended_on:placement_hours_lie_within_it@2", "ended_on:placement_is_in_order@3",
          "to:placement_hours_lie_within_it@7",
        ])
      #expect(try await office.placements.show(.init(students(1)[0])).endedOn == nil)
    }
  }

  @Test("the last day of a placement that ended before its time is not moved before that end")
  func movedBeforeItsEnd() async throws {
    try await withOffice(.placements) { office in
      for (file, refused) in [
        ("offer,student,ended_on,end_reason\nR-1,S-00001,2025-03-12,closed\n", []),
        ("offer,student,to\nR-1,S-00001,2025-03-11\n", ["ended_on:placement_is_in_order@2"]),
      ] {
        let outcome = try await office.send(file, as: .placements) { $0.updates = true }
        #expect(problems(outcome) == refused)
      }
    }
  }

  @Test("all that is wrong with hours is told in one pass, and nothing is written")
  func problemsOfHours() async throws {
    try await withOffice(.placements) { office in
      let outcome = try await office.send(
        """
        student,day,hours
        S-00001,2025-02-02,25
        S-00001,2025-01-31,8
        S-00001,2025-02-03,8
        S-00001,2025-02-03,8
        S-00001,someday,8
        S-00001,2025-02-04,
        S-00002,2025-02-04,8
        S-00077,2025-02-04,8

        """, as: .placementHours)
      #expect(
        problems(outcome) == [
          "day:date_is_in_a_known_form@6", "day:placement_day_is_logged_once@5",
          "day:placement_hours_lie_within_it@3,8", "hours:hours_are_a_number@7",
          "hours:placement_hours_fit_a_day@2", "student:line_names_a_known_student@9",
        ])
      #expect(try await office.placementHours() == ["S-00001: 8"])
    }
  }

  @Test("hours are logged by day; known ones are corrected with --update only, and stay as known before")
  func hours() async throws {
    try await withOffice(.placements) { office in
      let file = "student,date,часы,task\nS-00001,2025-02-01,\"6,5\",Weighing\nS-00001,2025-02-02,7,\n"
      let first = try await office.send(file, as: .placementHours)
      #expect(first.created == 1 && first.unchanged == 1 && first.differingLines == 1)
      let before = try await office.now()
      let second = try await office.send(file, as: .placementHours) { $0.updates = true }
      #expect(second.changed == 1 && second.changedFields == ["hours": 1, "task": 1])
      #expect(try await office.placementHours() == ["S-00001: 13.5"])
      #expect(try await office.placementHours(knownAt: before) == ["S-00001: 15"])
    }
  }

  @Test("all that is wrong with evaluations is told in one pass, and nothing is written")
  func problemsOfEvaluations() async throws {
    try await withOffice(.placements) { office in
      // Student 2 is at R-1 twice, one time after the other; student 3 nowhere.
      var more = PlacementOfferDetails()
      more.places = 3
      _ = try await office.placements.edit("R-1", more)
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.placements.assign("R-1", students(2), of: cohort, to: Day("2025-02-28"))
      _ = try await office.placements.assign("R-1", students(2), of: cohort, from: Day("2025-03-01"))
      let outcome = try await office.send(
        """
        student,offer,from,side,mark,scale,evaluated_on
        S-00001,,,school,101,percent,2025-04-30
        S-00001,,,school,90.5,percent,2025-01-31
        S-00001,,,school,,percent,2025-04-30
        S-00001,,,neighbor,90,percent,2025-04-30
        S-00001,,,school,90,points,2025-04-30
        S-00001,,,school,90,,2025-04-30
        S-00001,,,school,90,percent,30/04/2025
        S-00001,,,school,90,percent,2025-02-30
        S-00001,,,school,9E+01,percent,2025-04-30
        S-00001,R-9,,school,90,percent,2025-04-30
        S-00001,R-2,,school,90,percent,2025-04-30
        S-00002,,,school,90,percent,2025-04-30
        S-00002,r-1,,school,90,percent,2025-04-30
        S-00002,R-1,1/3/2025,school,90,percent,2025-04-30
        S-00003,,,school,90,percent,2025-04-30
        S-00077,,,school,90,percent,2025-04-30
        S-00001,,,school,90,percent,2025-04-30
        S-00001,,,школа,80,percent,2025-04-30
        S-00001,,,school,отлично,percent,31.04.2025

        """, as: .placementEvaluations)
      #expect(
        problems(outcome) == [
          "evaluated_on:date_is_in_a_named_format@8", "evaluated_on:date_is_in_the_calendar@9,20",
          "evaluated_on:evaluation_not_before_its_placement@3", "from:date_is_in_a_named_format@15",
          "mark:evaluation_line_has_a_mark@4", "mark:evaluation_mark_is_on_its_scale@2,20",
          "mark:value_is_not_damaged_by_excel@10", "offer:evaluation_line_leads_to_one_placement@13,14",
          "offer:placement_offer_is_known@11", "scale:evaluation_scale_is_known@6,7",
          "side:evaluation_side_is_a_word@5", "side:placement_is_evaluated_once_a_side@19",
          "student:evaluation_is_of_a_placement@12,16", "student:line_names_a_known_student@17",
        ])
      #expect(!outcome.isKept)
      #expect(try await office.placements.show(.init(students(1)[0])).evaluations == [])
      let second = try await office.send(
        "student,offer,from,side,mark,scale,evaluated_on\nS-00002,R-1,2025-03-01,school,90,percent,2025-04-30\n",
        as: .placementEvaluations)
      #expect(second.created == 1)
      #expect(try await office.placements.show(.init(students(2)[0])).evaluations.map(\.mark) == ["90"])
    }
  }

  @Test(
    "evaluations of both sides are read in words and with commas; those known are replaced with --update only"
  )
  func evaluations() async throws {
    try await withOffice(.placements) { office in
      let file = """
        номер студента;кто оценивает;оценка;шкала;дата;кто оценил;отзыв
        S-00001;предприятие;отлично;cis5;30.04.2025;А. Юсупов;надёжна
        S-00001;学校;87,5;percent;3.5.2025;;

        """
      let reading: (inout ImportRequest) -> Void = { $0.dates = .dayFirst }
      let first = try await office.send(file, as: .placementEvaluations, reading)
      #expect(problems(first) == [] && first.created == 2)
      let known = try await office.placements.show(.init(students(1)[0])).evaluations
      #expect(known.map(\.mark) == ["5", "87.5"] && known.map(\.on.iso) == ["2025-04-30", "2025-05-03"])
      #expect(known.first?.by == "А. Юсупов" && known.first?.comment == "надёжна")
      let again = try await office.send(file, as: .placementEvaluations, reading)
      #expect(again.unchanged == 2 && again.differingLines == 0)
      // What all lines share is said once; a day that nobody names is not another day.
      let shared: (inout ImportRequest) -> Void = {
        ($0.evaluationSide, $0.markScale, $0.day) = (.enterprise, "cis5", Day("2025-06-01") ?? .today)
      }
      let same = try await office.send(
        "student,mark\nS-00001,5\n", as: .placementEvaluations, shared)
      #expect(same.unchanged == 1 && same.differingLines == 0)
      let other = try await office.send(
        "student,mark\nS-00001,4\n", as: .placementEvaluations, shared)
      #expect(other.unchanged == 1 && other.differingLines == 1)
      let changed = try await office.send("student,mark\nS-00001,4\n", as: .placementEvaluations) {
        shared(&$0)
        $0.updates = true
      }
      #expect(changed.changed == 1 && changed.changedFields == ["mark": 1])
      let now = try await office.placements.show(.init(students(1)[0])).evaluations.first
      #expect(now?.mark == "4" && now?.on.iso == "2025-06-01" && now?.comment == "надёжна")
      let kept = try await office.database.read { tx in
        try tx.rows(
          "select before ->> 'mark' from revision where table_name = 'placement_evaluation'", as: String.self)
      }
      #expect(kept == ["5"])
    }
  }
}
