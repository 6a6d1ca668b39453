import Luban
import Postgres
import Support
import Testing

extension Office {
  /// Findings of which the report says another thing than a naive count does, straight from the tables, on a day.
  ///
  /// Who is likely known twice is not among them.
  fileprivate func findingsThatDiffer(on day: Day) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        with s as materialized (
          select n.workshop_id, n.cohort_id, n.id, n.student_id, n.applied_on, last.to_state as state,
            last.effective_on as since
          from enrollment n
          cross join lateral (
            select e.to_state, e.effective_on from enrollment_event e
            where (e.workshop_id, e.enrollment_id) = (n.workshop_id, n.id) and e.to_state is not null
              and e.effective_on <= \(day) and not exists (
                select from enrollment_event v
                where (v.workshop_id, v.enrollment_id, v.voids) = (e.workshop_id, e.enrollment_id, e.nth))
            order by e.effective_on desc, e.nth desc limit 1) last
        ), c as materialized (
          select k.workshop_id, k.id, k.edition_id, t.intake_on, t.planned_end_on, t.intake_on + t.census_day as census_on,
            coalesce((select v.status from cohort_event v
              where (v.workshop_id, v.cohort_id) = (k.workshop_id, k.id) and v.effective_on <= \(day)
              order by v.effective_on desc, v.nth desc limit 1), 'planned') as status
          from cohort k
          cross join lateral (
            select * from cohort_stretch t where (t.workshop_id, t.cohort_id) = (k.workshop_id, k.id) and t.since <= \(day)
            order by t.since desc, t.id desc limit 1) t
        ), held as materialized (
          select l.workshop_id, l.cohort_id, exists (
            select from attendance a where (a.workshop_id, a.session_id) = (x.workshop_id, x.id)) as noted
          from session x join class l on (l.workshop_id, l.id) = (x.workshop_id, x.class_id)
          where x.held_on <= \(day) and x.cancel_reason is null
        ), test as materialized (
          select t.*, l.rank from language_certificate t join language_level l using (framework, level)
          where t.taken_on <= \(day) and exists (
            select from s where (s.workshop_id, s.student_id) = (t.workshop_id, t.student_id))
        ), target as materialized (
          select s.*, c.intake_on, c.planned_end_on, c.census_on, r.language_framework as framework
          from s join c on (c.workshop_id, c.id) = (s.workshop_id, s.cohort_id)
          join completion_rule r on r.edition_id = c.edition_id
          where r.language_framework is not null and s.state in ('enrolled', 'suspended', 'completed')
        ), case_ (finding, is_found) as (
          select 'gender_missing', p.gender is null from student p
          where exists (select from s where (s.workshop_id, s.student_id) = (p.workshop_id, p.id))
          union all
          select 'latin_name_missing', not exists (
            select from student_name n where (n.workshop_id, n.student_id) = (p.workshop_id, p.id)
              and n.valid_to = 'infinity' and (n.kind = 'latin' or n.kind = 'native' and is_latin_name(n.full_name)))
          from student p where exists (select from s where (s.workshop_id, s.student_id) = (p.workshop_id, p.id))
          union all
          select 'entry_level_missing', not exists (
              select from test x where (x.workshop_id, x.student_id, x.framework) = (t.workshop_id, t.student_id, t.framework)
                and (x.taken_on <= t.intake_on or x.purpose = 'placement_test' and x.taken_on <= t.census_on))
            and not exists (select from student p
              where (p.workshop_id, p.id, p.entry_framework) = (t.workshop_id, t.student_id, t.framework))
            and not exists (
              select from enrollment e join result r on (r.workshop_id, r.enrollment_id) = (e.workshop_id, e.id)
              join course k on k.id = r.course_id
              where (e.workshop_id, e.student_id) = (t.workshop_id, t.student_id) and r.passed
                and k.framework = t.framework and r.graded_on <= t.intake_on)
          from target t where t.census_on <= \(day)
          union all
          select 'language_test_missing', not exists (
            select from test x where (x.workshop_id, x.student_id, x.framework) = (t.workshop_id, t.student_id, t.framework)
              and x.purpose <> 'placement_test' and x.taken_on >= t.applied_on)
          from target t where t.intake_on + (t.planned_end_on - t.intake_on) / 2 <= \(day)
          union all
          select 'cohort_without_completions', c.status <> 'finished' and not exists (
            select from s where (s.workshop_id, s.cohort_id) = (c.workshop_id, c.id) and s.state = 'completed')
          from c where c.planned_end_on < \(day) and c.status <> 'cancelled'
          union all
          select 'enrolled_after_end', s.state <> 'completed'
          from s join c on (c.workshop_id, c.id) = (s.workshop_id, s.cohort_id)
          where s.state in ('enrolled', 'suspended', 'completed') and \(day) - c.planned_end_on > 30
          union all
          select 'undecided_after_end', s.state in ('applied', 'waitlisted', 'admitted')
          from s join c on (c.workshop_id, c.id) = (s.workshop_id, s.cohort_id)
          where c.planned_end_on < \(day) or c.status in ('finished', 'cancelled')
          union all
          select 'credential_missing', not exists (
            select from credential i where (i.workshop_id, i.enrollment_id, i.side) = (s.workshop_id, s.id, k.side)
              and i.issued_on <= \(day))
          from s join c on (c.workshop_id, c.id) = (s.workshop_id, s.cohort_id)
          join program_certificate k on k.edition_id = c.edition_id where s.state = 'completed'
          union all
          select f.finding, f.is_found from c
          cross join lateral (
            select count(*) as held, count(*) filter (where noted) as noted from held h
            where (h.workshop_id, h.cohort_id) = (c.workshop_id, c.id)) h
          cross join lateral (values ('attendance_missing', h.noted = 0, true),
            ('attendance_sparse', 100 * h.noted < 80 * h.held, h.noted > 0)) f (finding, is_found, is_asked)
          where c.census_on <= \(day) and c.status not in ('planned', 'cancelled') and f.is_asked
          union all
          select 'session_not_noted', not noted from held
          union all
          select 'instructor_missing', l.instructor_id is null
          from class l join c on (c.workshop_id, c.id) = (l.workshop_id, l.cohort_id)
          where l.begins_on <= \(day) and c.status <> 'cancelled'
          union all
          select 'results_missing', not exists (
            select from result r join enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
            where (e.workshop_id, e.cohort_id, r.course_id) = (l.workshop_id, l.cohort_id, l.course_id)
              and r.graded_on <= \(day))
          from class l join c on (c.workshop_id, c.id) = (l.workshop_id, l.cohort_id)
          join course k on k.id = l.course_id
          where k.kind <> 'culture' and \(day) - l.ends_on >= 30 and c.status not in ('planned', 'cancelled')
          union all
          select 'evidence_missing', evidence is null from result where kind <> 'graded' and graded_on <= \(day)
          union all
          select 'certificate_number_missing', certificate_number is null from test
          where passed and purpose = 'external'
          union all
          select 'level_fell', t.rank < best.rank
          from test t
          cross join lateral (
            select max(x.rank) as rank from test x
            where (x.workshop_id, x.student_id, x.framework) = (t.workshop_id, t.student_id, t.framework)
              and x.passed and x.purpose <> 'placement_test' and x.taken_on < t.taken_on) best
          where t.passed and t.purpose <> 'placement_test' and best.rank is not null
          union all
          select f.finding, f.is_found from placement p
          cross join lateral (values
            ('placement_hours_missing', not exists (select from placement_log g
              where (g.workshop_id, g.placement_id) = (p.workshop_id, p.id) and g.worked_on <= \(day))),
            ('placement_evaluation_missing', not exists (select from placement_evaluation v
              where (v.workshop_id, v.placement_id) = (p.workshop_id, p.id) and v.evaluated_on <= \(day)))
          ) f (finding, is_found)
          where coalesce(p.ended_on, p.ends_on) < \(day)
          union all
          select 'outcome_missing', not exists (
            select from outcome o where (o.workshop_id, o.enrollment_id, o.months) = (s.workshop_id, s.id, m.months)
              and o.answered_on <= \(day))
          from s cross join unnest(array[6, 12, 36]) m (months)
          where s.state = 'completed' and s.since + make_interval(months => m.months - 1) <= \(day)
          union all
          select 'agreement_missing', not exists (
            select from agreement a join agreement_party y on y.agreement_id = a.id
            where y.partner_id = r.partner_id and a.effective_on <= \(day) and (a.expires_on is null or a.expires_on > \(day))
              and (a.ended_on is null or a.ended_on > \(day)))
          from workshop_role r join workshop w on w.id = r.workshop_id
          where r.role = 'host' and r.since <= \(day) and r.until > \(day) and w.status <> 'closed'
          union all
          select 'contact_missing', not exists (select from partner_contact k where k.partner_id = r.partner_id)
          from (select distinct workshop_id, partner_id from workshop_role where since <= \(day) and until > \(day)) r
          union all
          select 'age_implausible', (n.applied_on < (p.birth_on + interval '14 years')::date)
            or n.applied_on >= (p.birth_on + interval '81 years')::date
          from enrollment n join student p on (p.workshop_id, p.id) = (n.workshop_id, n.student_id)
          where n.applied_on <= \(day) and n.state <> 'annulled'
          union all
          select 'enrolled_late', first.day - c.intake_on > 60
          from enrollment n join c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
          cross join lateral (
            select min(e.effective_on) filter (where e.to_state = 'enrolled') as day,
              bool_or(e.from_state is null and e.link_id is not null) as is_linked
            from enrollment_event e
            where (e.workshop_id, e.enrollment_id) = (n.workshop_id, n.id) and e.to_state is not null
              and e.effective_on <= \(day) and not exists (select from enrollment_event v
                where (v.workshop_id, v.enrollment_id, v.voids) = (e.workshop_id, e.enrollment_id, e.nth))) first
          where first.day is not null and not first.is_linked
        ), naive as (
          select finding, count(*) filter (where is_found) as found, count(*) as looked_at from case_ group by 1
        ), report as (
          select finding, count(*) filter (where is_found) as found, count(*) as looked_at
          from report.finding_case(\(day), now())
          where finding not in ('known_twice', 'document_twice', 'birth_date_alike') group by 1
        )
        select format('%s on %s: %s of %s, and not %s of %s', finding, \(day), r.found, r.looked_at, n.found, n.looked_at)
        from report r full join naive n using (finding)
        where (r.found, r.looked_at) is distinct from (n.found, n.looked_at)
        """, as: String.self)
    }
  }

  /// Findings that were found at all on a day.
  fileprivate func findingsFound(on day: Day) async throws -> Set<String> {
    Set(
      try await database.read { tx in
        try tx.rows(
          "select distinct finding from report.finding_case(\(day), now()) where is_found", as: String.self)
      })
  }
}

@Suite("Counts of the report on quality")
struct QualityCountTests {
  /// What takes from the demonstration something of everything, or puts it where it cannot be.
  private static let harm: SQL = """
    set local session_replication_role = replica;
    alter table enrollment_event drop constraint enrollment_change_is_allowed;
    update student set gender = null where id % 7 = 0;
    delete from student_name where kind = 'latin' and student_id % 5 = 0;
    update student set entry_framework = null, entry_rank = null where id % 3 = 0;
    update student set birth_on = birth_on + 365 * 12 where id % 11 = 0;
    update student set birth_on = birth_on - 365 * 62 where id % 13 = 0;
    delete from attendance where session_id % 4 = 0;
    delete from attendance a using session s, class c
    where (s.workshop_id, s.id) = (a.workshop_id, a.session_id) and (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
      and c.cohort_id % 5 = 0;
    update class set instructor_id = null where id % 6 = 0;
    delete from result r using class c, enrollment e
    where (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id) and (c.workshop_id, c.cohort_id, c.course_id)
      = (e.workshop_id, e.cohort_id, r.course_id) and c.id % 9 = 0;
    update result set kind = 'recognized', evidence = 'a paper' where id % 50 = 0;
    update result set kind = 'transferred', partner_id = (select min(id) from partner),
      agreement_id = (select min(id) from agreement) where id % 70 = 1;
    update language_certificate set certificate_number = null where id % 8 = 0;
    delete from language_certificate where student_id % 6 = 0;
    delete from placement_log where placement_id % 3 = 0;
    insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, evaluated_on)
    select workshop_id, id, 'school', 'percent', '80', 80, true, ends_on from placement where id % 2 = 0;
    delete from credential where enrollment_id % 4 = 0;
    delete from outcome where id % 3 = 0;
    insert into partner_contact (partner_id, nth, name, phone)
    select id, 1, 'Karimov', '+998 71 000 00 00' from partner where id % 2 = 0;
    update enrollment_event set effective_on = effective_on + 200 where enrollment_id % 17 = 0;
    update enrollment_event set to_state = 'enrolled' where to_state = 'dismissed' and enrollment_id % 2 = 0;
    update enrollment_event set to_state = 'waitlisted' where to_state is not null and enrollment_id % 19 = 0;
    update cohort_event set status = 'running' where status = 'finished' and cohort_id % 3 = 0;
    update enrollment_event v set to_state = 'enrolled' from enrollment e
    where (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id) and e.cohort_id % 3 = 0 and v.to_state = 'completed';
    update agreement set expires_on = '2026-01-01' where id % 2 = 0 and effective_on < '2026-01-01'
    """

  @Test("of a harmed demonstration it is what a naive count says, of every finding, on three days")
  func demonstration() async throws {
    try await withDemonstration { office in
      for asOf in ["2025-03-31", "2026-06-30"] {
        #expect(try await office.findingsThatDiffer(on: day(asOf)) == [])
      }
      _ = try await office.database.write { tx in try tx.runScript(Self.harm) }
      for asOf in ["2024-12-31", "2025-03-31", "2026-06-30"] {
        #expect(try await office.findingsThatDiffer(on: day(asOf)) == [])
      }
      let all = Set(try await office.reports.qualityFindings().map(\.id))
      #expect(
        all.subtracting(try await office.findingsFound(on: day("2026-06-30"))).sorted() == [
          "birth_date_alike", "document_twice", "known_twice",
        ])
    }
  }

  @Test("what is listed is as much as was found, of every finding, in every cut")
  func listed() async throws {
    try await withDemonstration { office in
      _ = try await office.database.write { tx in try tx.runScript(Self.harm) }
      var scope = ReportScope()
      scope.asOf = day("2026-06-30")
      func counts(_ listing: Listing, _ columns: [String]) async throws -> [[String]] {
        try await office.csv(listing, Page(columns: columns)).split(separator: "\n").dropFirst()
          .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      }
      let cases = try await counts(
        office.reports.toMend(nil, scope), ["workshop", "cohort", "finding", "key"])
      #expect(cases.count > 1000)
      #expect(Set(cases.map { $0[3] }).count == cases.count, "a key is of one case")
      for cuts in [[ReportCut.workshop], [.country], [.program], [.workshop, .cohort]] {
        let rows = try await counts(office.reports.quality(scope, by: cuts), ["finding", "found"])
        let sums = rows.reduce(into: [String: Int]()) { sums, row in
          sums[row[0], default: 0] += Int(row[1]) ?? 0
        }
        let listed = cases.reduce(into: [String: Int]()) { sums, row in sums[row[2], default: 0] += 1 }
        #expect(sums == listed, "\(cuts)")
      }
      scope.program = "LOG"
      let ofProgram = try await counts(office.reports.toMend(nil, scope), ["cohort"])
      #expect(!ofProgram.isEmpty && ofProgram.allSatisfy { $0[0].contains("-LOG-") })
    }
  }
}
