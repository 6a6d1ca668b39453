// Written by .ci/embed (make embed). Do not edit.
#include "CEmbedded.h"
// Clang knows #embed in every standard, but says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Ends the file before and begins the next; the first ends one without a name.
#define FILE(path) , 0}}, {path, (const char[]){

static const struct embedded_file files[] = {{"", (const char[]){0
FILE("po/ru.po")
#embed "../../po/ru.po"
FILE("po/zh_CN.po")
#embed "../../po/zh_CN.po"
FILE("seed/demo/agreements.csv")
#embed "../../seed/demo/agreements.csv"
FILE("seed/demo/cohorts.csv")
#embed "../../seed/demo/cohorts.csv"
FILE("seed/demo/courses.csv")
#embed "../../seed/demo/courses.csv"
FILE("seed/demo/curricula.csv")
#embed "../../seed/demo/curricula.csv"
FILE("seed/demo/enterprises.csv")
#embed "../../seed/demo/enterprises.csv"
FILE("seed/demo/events.csv")
#embed "../../seed/demo/events.csv"
FILE("seed/demo/homes.csv")
#embed "../../seed/demo/homes.csv"
FILE("seed/demo/rules.csv")
#embed "../../seed/demo/rules.csv"
FILE("seed/import/headers.csv")
#embed "../../seed/import/headers.csv"
FILE("seed/import/headings.csv")
#embed "../../seed/import/headings.csv"
FILE("seed/import/placeholders.csv")
#embed "../../seed/import/placeholders.csv"
FILE("seed/reference/city_names.csv")
#embed "../../seed/reference/city_names.csv"
FILE("seed/reference/countries.csv")
#embed "../../seed/reference/countries.csv"
FILE("seed/reference/country_names.csv")
#embed "../../seed/reference/country_names.csv"
FILE("seed/reference/grading_marks.csv")
#embed "../../seed/reference/grading_marks.csv"
FILE("seed/reference/grading_scales.csv")
#embed "../../seed/reference/grading_scales.csv"
FILE("seed/reference/holidays.csv")
#embed "../../seed/reference/holidays.csv"
FILE("seed/reference/isced_fields.csv")
#embed "../../seed/reference/isced_fields.csv"
FILE("seed/reference/isced_levels.csv")
#embed "../../seed/reference/isced_levels.csv"
FILE("seed/reference/language_frameworks.csv")
#embed "../../seed/reference/language_frameworks.csv"
FILE("seed/reference/language_levels.csv")
#embed "../../seed/reference/language_levels.csv"
FILE("seed/reference/sister_cities.csv")
#embed "../../seed/reference/sister_cities.csv"
FILE("seed/reference/words.csv")
#embed "../../seed/reference/words.csv"
FILE("seed/templates/certificate.mustache")
#embed "../../seed/templates/certificate.mustache"
FILE("seed/templates/day_sheet.mustache")
#embed "../../seed/templates/day_sheet.mustache"
FILE("seed/templates/listing.mustache")
#embed "../../seed/templates/listing.mustache"
FILE("seed/templates/supplement.mustache")
#embed "../../seed/templates/supplement.mustache"
FILE("seed/templates/transcript.mustache")
#embed "../../seed/templates/transcript.mustache"
FILE("seed/workshops/partner_names.csv")
#embed "../../seed/workshops/partner_names.csv"
FILE("seed/workshops/partners.csv")
#embed "../../seed/workshops/partners.csv"
FILE("seed/workshops/program_stages.csv")
#embed "../../seed/workshops/program_stages.csv"
FILE("seed/workshops/programs.csv")
#embed "../../seed/workshops/programs.csv"
FILE("seed/workshops/workshop_events.csv")
#embed "../../seed/workshops/workshop_events.csv"
FILE("seed/workshops/workshop_roles.csv")
#embed "../../seed/workshops/workshop_roles.csv"
FILE("seed/workshops/workshops.csv")
#embed "../../seed/workshops/workshops.csv"
FILE("sql/code/0_ground/0_phrase.sql")
#embed "../../sql/code/0_ground/0_phrase.sql"
FILE("sql/code/0_ground/1_action.sql")
#embed "../../sql/code/0_ground/1_action.sql"
FILE("sql/code/0_ground/1_rule.sql")
#embed "../../sql/code/0_ground/1_rule.sql"
FILE("sql/code/0_ground/2_history.sql")
#embed "../../sql/code/0_ground/2_history.sql"
FILE("sql/code/0_ground/3_day.sql")
#embed "../../sql/code/0_ground/3_day.sql"
FILE("sql/code/0_ground/4_written_day.sql")
#embed "../../sql/code/0_ground/4_written_day.sql"
FILE("sql/code/0_ground/5_columns.sql")
#embed "../../sql/code/0_ground/5_columns.sql"
FILE("sql/code/0_ground/6_broken.sql")
#embed "../../sql/code/0_ground/6_broken.sql"
FILE("sql/code/0_ground/7_references.sql")
#embed "../../sql/code/0_ground/7_references.sql"
FILE("sql/code/0_ground/8_titles.sql")
#embed "../../sql/code/0_ground/8_titles.sql"
FILE("sql/code/agreement/rules.sql")
#embed "../../sql/code/agreement/rules.sql"
FILE("sql/code/agreement/sheet.sql")
#embed "../../sql/code/agreement/sheet.sql"
FILE("sql/code/agreement/words.sql")
#embed "../../sql/code/agreement/words.sql"
FILE("sql/code/attendance/rules.sql")
#embed "../../sql/code/attendance/rules.sql"
FILE("sql/code/attendance/verbs.sql")
#embed "../../sql/code/attendance/verbs.sql"
FILE("sql/code/attendance/words.sql")
#embed "../../sql/code/attendance/words.sql"
FILE("sql/code/city/rules.sql")
#embed "../../sql/code/city/rules.sql"
FILE("sql/code/city/sheet.sql")
#embed "../../sql/code/city/sheet.sql"
FILE("sql/code/city/words.sql")
#embed "../../sql/code/city/words.sql"
FILE("sql/code/class/rules.sql")
#embed "../../sql/code/class/rules.sql"
FILE("sql/code/class/verbs.sql")
#embed "../../sql/code/class/verbs.sql"
FILE("sql/code/class/words.sql")
#embed "../../sql/code/class/words.sql"
FILE("sql/code/cohort/rules.sql")
#embed "../../sql/code/cohort/rules.sql"
FILE("sql/code/cohort/seats.sql")
#embed "../../sql/code/cohort/seats.sql"
FILE("sql/code/cohort/verbs.sql")
#embed "../../sql/code/cohort/verbs.sql"
FILE("sql/code/cohort/words.sql")
#embed "../../sql/code/cohort/words.sql"
FILE("sql/code/completion/rules.sql")
#embed "../../sql/code/completion/rules.sql"
FILE("sql/code/completion/words.sql")
#embed "../../sql/code/completion/words.sql"
FILE("sql/code/credential/rules.sql")
#embed "../../sql/code/credential/rules.sql"
FILE("sql/code/credential/verbs.sql")
#embed "../../sql/code/credential/verbs.sql"
FILE("sql/code/credential/words.sql")
#embed "../../sql/code/credential/words.sql"
FILE("sql/code/culture/rules.sql")
#embed "../../sql/code/culture/rules.sql"
FILE("sql/code/culture/verbs.sql")
#embed "../../sql/code/culture/verbs.sql"
FILE("sql/code/culture/words.sql")
#embed "../../sql/code/culture/words.sql"
FILE("sql/code/demo/words.sql")
#embed "../../sql/code/demo/words.sql"
FILE("sql/code/enrollment/links.sql")
#embed "../../sql/code/enrollment/links.sql"
FILE("sql/code/enrollment/no_show.sql")
#embed "../../sql/code/enrollment/no_show.sql"
FILE("sql/code/enrollment/rules.sql")
#embed "../../sql/code/enrollment/rules.sql"
FILE("sql/code/enrollment/tally.sql")
#embed "../../sql/code/enrollment/tally.sql"
FILE("sql/code/enrollment/verbs.sql")
#embed "../../sql/code/enrollment/verbs.sql"
FILE("sql/code/enrollment/words.sql")
#embed "../../sql/code/enrollment/words.sql"
FILE("sql/code/grading/rules.sql")
#embed "../../sql/code/grading/rules.sql"
FILE("sql/code/grading/values.sql")
#embed "../../sql/code/grading/values.sql"
FILE("sql/code/grading/words.sql")
#embed "../../sql/code/grading/words.sql"
FILE("sql/code/holiday/rules.sql")
#embed "../../sql/code/holiday/rules.sql"
FILE("sql/code/holiday/words.sql")
#embed "../../sql/code/holiday/words.sql"
FILE("sql/code/identity/letters.sql")
#embed "../../sql/code/identity/letters.sql"
FILE("sql/code/identity/likenesses.sql")
#embed "../../sql/code/identity/likenesses.sql"
FILE("sql/code/identity/match.sql")
#embed "../../sql/code/identity/match.sql"
FILE("sql/code/identity/words.sql")
#embed "../../sql/code/identity/words.sql"
FILE("sql/code/import/names.sql")
#embed "../../sql/code/import/names.sql"
FILE("sql/code/import/problems.sql")
#embed "../../sql/code/import/problems.sql"
FILE("sql/code/import/temporary.sql")
#embed "../../sql/code/import/temporary.sql"
FILE("sql/code/import/values.sql")
#embed "../../sql/code/import/values.sql"
FILE("sql/code/import/words.sql")
#embed "../../sql/code/import/words.sql"
FILE("sql/code/instructor/rules.sql")
#embed "../../sql/code/instructor/rules.sql"
FILE("sql/code/instructor/verbs.sql")
#embed "../../sql/code/instructor/verbs.sql"
FILE("sql/code/instructor/words.sql")
#embed "../../sql/code/instructor/words.sql"
FILE("sql/code/language/rules.sql")
#embed "../../sql/code/language/rules.sql"
FILE("sql/code/language/values.sql")
#embed "../../sql/code/language/values.sql"
FILE("sql/code/language/verbs.sql")
#embed "../../sql/code/language/verbs.sql"
FILE("sql/code/language/words.sql")
#embed "../../sql/code/language/words.sql"
FILE("sql/code/lesson/meetings.sql")
#embed "../../sql/code/lesson/meetings.sql"
FILE("sql/code/outcome/rules.sql")
#embed "../../sql/code/outcome/rules.sql"
FILE("sql/code/outcome/verbs.sql")
#embed "../../sql/code/outcome/verbs.sql"
FILE("sql/code/outcome/words.sql")
#embed "../../sql/code/outcome/words.sql"
FILE("sql/code/partner/rules.sql")
#embed "../../sql/code/partner/rules.sql"
FILE("sql/code/partner/sheet.sql")
#embed "../../sql/code/partner/sheet.sql"
FILE("sql/code/partner/verbs.sql")
#embed "../../sql/code/partner/verbs.sql"
FILE("sql/code/partner/words.sql")
#embed "../../sql/code/partner/words.sql"
FILE("sql/code/period/rules.sql")
#embed "../../sql/code/period/rules.sql"
FILE("sql/code/period/verbs.sql")
#embed "../../sql/code/period/verbs.sql"
FILE("sql/code/period/words.sql")
#embed "../../sql/code/period/words.sql"
FILE("sql/code/placement/evaluation.sql")
#embed "../../sql/code/placement/evaluation.sql"
FILE("sql/code/placement/places.sql")
#embed "../../sql/code/placement/places.sql"
FILE("sql/code/placement/rules.sql")
#embed "../../sql/code/placement/rules.sql"
FILE("sql/code/placement/verbs.sql")
#embed "../../sql/code/placement/verbs.sql"
FILE("sql/code/placement/words.sql")
#embed "../../sql/code/placement/words.sql"
FILE("sql/code/program/rules.sql")
#embed "../../sql/code/program/rules.sql"
FILE("sql/code/program/sheet.sql")
#embed "../../sql/code/program/sheet.sql"
FILE("sql/code/program/verbs.sql")
#embed "../../sql/code/program/verbs.sql"
FILE("sql/code/program/words.sql")
#embed "../../sql/code/program/words.sql"
FILE("sql/code/reference/words.sql")
#embed "../../sql/code/reference/words.sql"
FILE("sql/code/result/facts.sql")
#embed "../../sql/code/result/facts.sql"
FILE("sql/code/result/rules.sql")
#embed "../../sql/code/result/rules.sql"
FILE("sql/code/result/verbs.sql")
#embed "../../sql/code/result/verbs.sql"
FILE("sql/code/result/words.sql")
#embed "../../sql/code/result/words.sql"
FILE("sql/code/session/rules.sql")
#embed "../../sql/code/session/rules.sql"
FILE("sql/code/session/verbs.sql")
#embed "../../sql/code/session/verbs.sql"
FILE("sql/code/session/words.sql")
#embed "../../sql/code/session/words.sql"
FILE("sql/code/signature/rules.sql")
#embed "../../sql/code/signature/rules.sql"
FILE("sql/code/signature/words.sql")
#embed "../../sql/code/signature/words.sql"
FILE("sql/code/student/changes.sql")
#embed "../../sql/code/student/changes.sql"
FILE("sql/code/student/rules.sql")
#embed "../../sql/code/student/rules.sql"
FILE("sql/code/student/search.sql")
#embed "../../sql/code/student/search.sql"
FILE("sql/code/student/verbs.sql")
#embed "../../sql/code/student/verbs.sql"
FILE("sql/code/student/words.sql")
#embed "../../sql/code/student/words.sql"
FILE("sql/code/trigger_order.sql")
#embed "../../sql/code/trigger_order.sql"
FILE("sql/code/workshop/rules.sql")
#embed "../../sql/code/workshop/rules.sql"
FILE("sql/code/workshop/sheet.sql")
#embed "../../sql/code/workshop/sheet.sql"
FILE("sql/code/workshop/words.sql")
#embed "../../sql/code/workshop/words.sql"
FILE("sql/code/zz_trigger_rights.sql")
#embed "../../sql/code/zz_trigger_rights.sql"
FILE("sql/doctor.sql")
#embed "../../sql/doctor.sql"
FILE("sql/import/agreements/1_refused.sql")
#embed "../../sql/import/agreements/1_refused.sql"
FILE("sql/import/agreements/2_parts.sql")
#embed "../../sql/import/agreements/2_parts.sql"
FILE("sql/import/attendance/1_lines.sql")
#embed "../../sql/import/attendance/1_lines.sql"
FILE("sql/import/attendance/2_sessions.sql")
#embed "../../sql/import/attendance/2_sessions.sql"
FILE("sql/import/attendance/3_plan.sql")
#embed "../../sql/import/attendance/3_plan.sql"
FILE("sql/import/attendance/4_write.sql")
#embed "../../sql/import/attendance/4_write.sql"
FILE("sql/import/batch.sql")
#embed "../../sql/import/batch.sql"
FILE("sql/import/certifications/1_read.sql")
#embed "../../sql/import/certifications/1_read.sql"
FILE("sql/import/certifications/2_plan.sql")
#embed "../../sql/import/certifications/2_plan.sql"
FILE("sql/import/certifications/3_write.sql")
#embed "../../sql/import/certifications/3_write.sql"
FILE("sql/import/changes/1_lock.sql")
#embed "../../sql/import/changes/1_lock.sql"
FILE("sql/import/changes/2_read.sql")
#embed "../../sql/import/changes/2_read.sql"
FILE("sql/import/changes/3_plan.sql")
#embed "../../sql/import/changes/3_plan.sql"
FILE("sql/import/cities/1_refused.sql")
#embed "../../sql/import/cities/1_refused.sql"
FILE("sql/import/cities/2_names.sql")
#embed "../../sql/import/cities/2_names.sql"
FILE("sql/import/count.sql")
#embed "../../sql/import/count.sql"
FILE("sql/import/courses/1_refused.sql")
#embed "../../sql/import/courses/1_refused.sql"
FILE("sql/import/courses/2_links.sql")
#embed "../../sql/import/courses/2_links.sql"
FILE("sql/import/courses/3_retired.sql")
#embed "../../sql/import/courses/3_retired.sql"
FILE("sql/import/credentials/1_read.sql")
#embed "../../sql/import/credentials/1_read.sql"
FILE("sql/import/credentials/2_reissue.sql")
#embed "../../sql/import/credentials/2_reissue.sql"
FILE("sql/import/credentials/2_revocation.sql")
#embed "../../sql/import/credentials/2_revocation.sql"
FILE("sql/import/credentials/3_reissue.sql")
#embed "../../sql/import/credentials/3_reissue.sql"
FILE("sql/import/credentials/3_revoke.sql")
#embed "../../sql/import/credentials/3_revoke.sql"
FILE("sql/import/culture/1_line.sql")
#embed "../../sql/import/culture/1_line.sql"
FILE("sql/import/culture/2_refused.sql")
#embed "../../sql/import/culture/2_refused.sql"
FILE("sql/import/culture_events.sql")
#embed "../../sql/import/culture_events.sql"
FILE("sql/import/curricula/1_refused.sql")
#embed "../../sql/import/curricula/1_refused.sql"
FILE("sql/import/curricula/2_groups.sql")
#embed "../../sql/import/curricula/2_groups.sql"
FILE("sql/import/edition_line.sql")
#embed "../../sql/import/edition_line.sql"
FILE("sql/import/holidays.sql")
#embed "../../sql/import/holidays.sql"
FILE("sql/import/instructor_line.sql")
#embed "../../sql/import/instructor_line.sql"
FILE("sql/import/instructors/1_plan.sql")
#embed "../../sql/import/instructors/1_plan.sql"
FILE("sql/import/instructors/2_write.sql")
#embed "../../sql/import/instructors/2_write.sql"
FILE("sql/import/language/1_names.sql")
#embed "../../sql/import/language/1_names.sql"
FILE("sql/import/language/2_read.sql")
#embed "../../sql/import/language/2_read.sql"
FILE("sql/import/language/3_plan.sql")
#embed "../../sql/import/language/3_plan.sql"
FILE("sql/import/language/4_write.sql")
#embed "../../sql/import/language/4_write.sql"
FILE("sql/import/near_cities.sql")
#embed "../../sql/import/near_cities.sql"
FILE("sql/import/outcome/1_read.sql")
#embed "../../sql/import/outcome/1_read.sql"
FILE("sql/import/outcome/2_plan.sql")
#embed "../../sql/import/outcome/2_plan.sql"
FILE("sql/import/outcome/3_write.sql")
#embed "../../sql/import/outcome/3_write.sql"
FILE("sql/import/partner_contacts.sql")
#embed "../../sql/import/partner_contacts.sql"
FILE("sql/import/partners/1_refused.sql")
#embed "../../sql/import/partners/1_refused.sql"
FILE("sql/import/partners/2_names.sql")
#embed "../../sql/import/partners/2_names.sql"
FILE("sql/import/partners/3_standing.sql")
#embed "../../sql/import/partners/3_standing.sql"
FILE("sql/import/people/1_tables.sql")
#embed "../../sql/import/people/1_tables.sql"
FILE("sql/import/people/2_draft.sql")
#embed "../../sql/import/people/2_draft.sql"
FILE("sql/import/people/3_match.sql")
#embed "../../sql/import/people/3_match.sql"
FILE("sql/import/people/4_lock.sql")
#embed "../../sql/import/people/4_lock.sql"
FILE("sql/import/people/5_plan.sql")
#embed "../../sql/import/people/5_plan.sql"
FILE("sql/import/people/6_people.sql")
#embed "../../sql/import/people/6_people.sql"
FILE("sql/import/people/7_enrollments.sql")
#embed "../../sql/import/people/7_enrollments.sql"
FILE("sql/import/people/batch.sql")
#embed "../../sql/import/people/batch.sql"
FILE("sql/import/people/count.sql")
#embed "../../sql/import/people/count.sql"
FILE("sql/import/people/result.sql")
#embed "../../sql/import/people/result.sql"
FILE("sql/import/placement_evaluations/1_read.sql")
#embed "../../sql/import/placement_evaluations/1_read.sql"
FILE("sql/import/placement_evaluations/2_plan.sql")
#embed "../../sql/import/placement_evaluations/2_plan.sql"
FILE("sql/import/placement_evaluations/3_write.sql")
#embed "../../sql/import/placement_evaluations/3_write.sql"
FILE("sql/import/placement_hours/1_read.sql")
#embed "../../sql/import/placement_hours/1_read.sql"
FILE("sql/import/placement_hours/2_plan.sql")
#embed "../../sql/import/placement_hours/2_plan.sql"
FILE("sql/import/placement_hours/3_write.sql")
#embed "../../sql/import/placement_hours/3_write.sql"
FILE("sql/import/placement_offers.sql")
#embed "../../sql/import/placement_offers.sql"
FILE("sql/import/placements/1_read.sql")
#embed "../../sql/import/placements/1_read.sql"
FILE("sql/import/placements/2_plan.sql")
#embed "../../sql/import/placements/2_plan.sql"
FILE("sql/import/placements/3_write.sql")
#embed "../../sql/import/placements/3_write.sql"
FILE("sql/import/problem.sql")
#embed "../../sql/import/problem.sql"
FILE("sql/import/programs/1_refused.sql")
#embed "../../sql/import/programs/1_refused.sql"
FILE("sql/import/programs/2_programs.sql")
#embed "../../sql/import/programs/2_programs.sql"
FILE("sql/import/programs/3_parts.sql")
#embed "../../sql/import/programs/3_parts.sql"
FILE("sql/import/result.sql")
#embed "../../sql/import/result.sql"
FILE("sql/import/results/1_read.sql")
#embed "../../sql/import/results/1_read.sql"
FILE("sql/import/results/2_known.sql")
#embed "../../sql/import/results/2_known.sql"
FILE("sql/import/results/3_plan.sql")
#embed "../../sql/import/results/3_plan.sql"
FILE("sql/import/results/4_write.sql")
#embed "../../sql/import/results/4_write.sql"
FILE("sql/import/sessions/1_plan.sql")
#embed "../../sql/import/sessions/1_plan.sql"
FILE("sql/import/sessions/2_left_out.sql")
#embed "../../sql/import/sessions/2_left_out.sql"
FILE("sql/import/sessions/3_write.sql")
#embed "../../sql/import/sessions/3_write.sql"
FILE("sql/import/sessions/4_clashes.sql")
#embed "../../sql/import/sessions/4_clashes.sql"
FILE("sql/import/shared_line.sql")
#embed "../../sql/import/shared_line.sql"
FILE("sql/import/who.sql")
#embed "../../sql/import/who.sql"
FILE("sql/import/who_line.sql")
#embed "../../sql/import/who_line.sql"
FILE("sql/import/whole_names.sql")
#embed "../../sql/import/whole_names.sql"
FILE("sql/import/workshop_line.sql")
#embed "../../sql/import/workshop_line.sql"
FILE("sql/import/workshops/refused.sql")
#embed "../../sql/import/workshops/refused.sql"
FILE("sql/import/workshops/roles.sql")
#embed "../../sql/import/workshops/roles.sql"
FILE("sql/list/00_anew.sql")
#embed "../../sql/list/00_anew.sql"
FILE("sql/list/agreement.sql")
#embed "../../sql/list/agreement.sql"
FILE("sql/list/attendance.sql")
#embed "../../sql/list/attendance.sql"
FILE("sql/list/city.sql")
#embed "../../sql/list/city.sql"
FILE("sql/list/class.sql")
#embed "../../sql/list/class.sql"
FILE("sql/list/cohort.sql")
#embed "../../sql/list/cohort.sql"
FILE("sql/list/cohort_report.sql")
#embed "../../sql/list/cohort_report.sql"
FILE("sql/list/course.sql")
#embed "../../sql/list/course.sql"
FILE("sql/list/credential.sql")
#embed "../../sql/list/credential.sql"
FILE("sql/list/culture.sql")
#embed "../../sql/list/culture.sql"
FILE("sql/list/enrollment.sql")
#embed "../../sql/list/enrollment.sql"
FILE("sql/list/grading.sql")
#embed "../../sql/list/grading.sql"
FILE("sql/list/import.sql")
#embed "../../sql/list/import.sql"
FILE("sql/list/language.sql")
#embed "../../sql/list/language.sql"
FILE("sql/list/outcome.sql")
#embed "../../sql/list/outcome.sql"
FILE("sql/list/partner.sql")
#embed "../../sql/list/partner.sql"
FILE("sql/list/period.sql")
#embed "../../sql/list/period.sql"
FILE("sql/list/placement.sql")
#embed "../../sql/list/placement.sql"
FILE("sql/list/program.sql")
#embed "../../sql/list/program.sql"
FILE("sql/list/result.sql")
#embed "../../sql/list/result.sql"
FILE("sql/list/signature_key.sql")
#embed "../../sql/list/signature_key.sql"
FILE("sql/list/student.sql")
#embed "../../sql/list/student.sql"
FILE("sql/list/workshop.sql")
#embed "../../sql/list/workshop.sql"
FILE("sql/list/zz_meaning.sql")
#embed "../../sql/list/zz_meaning.sql"
FILE("sql/migration.sql")
#embed "../../sql/migration.sql"
FILE("sql/reference/listings.sql")
#embed "../../sql/reference/listings.sql"
FILE("sql/reference/reports.sql")
#embed "../../sql/reference/reports.sql"
FILE("sql/reference/rules.sql")
#embed "../../sql/reference/rules.sql"
FILE("sql/reference/schema.sql")
#embed "../../sql/reference/schema.sql"
FILE("sql/report/00_anew.sql")
#embed "../../sql/report/00_anew.sql"
FILE("sql/report/01_percent.sql")
#embed "../../sql/report/01_percent.sql"
FILE("sql/report/02_known.sql")
#embed "../../sql/report/02_known.sql"
FILE("sql/report/03_known_cohort.sql")
#embed "../../sql/report/03_known_cohort.sql"
FILE("sql/report/03_known_event.sql")
#embed "../../sql/report/03_known_event.sql"
FILE("sql/report/04_known_enrollment.sql")
#embed "../../sql/report/04_known_enrollment.sql"
FILE("sql/report/05_enrollment_state.sql")
#embed "../../sql/report/05_enrollment_state.sql"
FILE("sql/report/12_known_language.sql")
#embed "../../sql/report/12_known_language.sql"
FILE("sql/report/16_known_name.sql")
#embed "../../sql/report/16_known_name.sql"
FILE("sql/report/17_known_program.sql")
#embed "../../sql/report/17_known_program.sql"
FILE("sql/report/18_standing.sql")
#embed "../../sql/report/18_standing.sql"
FILE("sql/report/20_enrollment_source.sql")
#embed "../../sql/report/20_enrollment_source.sql"
FILE("sql/report/21_attendance.sql")
#embed "../../sql/report/21_attendance.sql"
FILE("sql/report/21_chain.sql")
#embed "../../sql/report/21_chain.sql"
FILE("sql/report/21_counted_result.sql")
#embed "../../sql/report/21_counted_result.sql"
FILE("sql/report/22_cohort_count.sql")
#embed "../../sql/report/22_cohort_count.sql"
FILE("sql/report/23_culture_hours.sql")
#embed "../../sql/report/23_culture_hours.sql"
FILE("sql/report/24_language_shown.sql")
#embed "../../sql/report/24_language_shown.sql"
FILE("sql/report/24_placement_hours.sql")
#embed "../../sql/report/24_placement_hours.sql"
FILE("sql/report/25_language_level.sql")
#embed "../../sql/report/25_language_level.sql"
FILE("sql/report/25_result_figures.sql")
#embed "../../sql/report/25_result_figures.sql"
FILE("sql/report/26_course_result.sql")
#embed "../../sql/report/26_course_result.sql"
FILE("sql/report/26_language_gain.sql")
#embed "../../sql/report/26_language_gain.sql"
FILE("sql/report/30_completion_part.sql")
#embed "../../sql/report/30_completion_part.sql"
FILE("sql/report/32_completion.sql")
#embed "../../sql/report/32_completion.sql"
FILE("sql/report/33_risk.sql")
#embed "../../sql/report/33_risk.sql"
FILE("sql/report/34_outcome_count.sql")
#embed "../../sql/report/34_outcome_count.sql"
FILE("sql/report/40_cohort_language.sql")
#embed "../../sql/report/40_cohort_language.sql"
FILE("sql/report/42_cohort_member.sql")
#embed "../../sql/report/42_cohort_member.sql"
FILE("sql/report/44_attendance_count.sql")
#embed "../../sql/report/44_attendance_count.sql"
FILE("sql/report/45_on_days.sql")
#embed "../../sql/report/45_on_days.sql"
FILE("sql/report/45_outcome_figure.sql")
#embed "../../sql/report/45_outcome_figure.sql"
FILE("sql/report/46_partner_part.sql")
#embed "../../sql/report/46_partner_part.sql"
FILE("sql/report/47_year_figure.sql")
#embed "../../sql/report/47_year_figure.sql"
FILE("sql/report/48_culture_part.sql")
#embed "../../sql/report/48_culture_part.sql"
FILE("sql/report/49_change.sql")
#embed "../../sql/report/49_change.sql"
FILE("sql/report/49_member.sql")
#embed "../../sql/report/49_member.sql"
FILE("sql/report/50_indicator.sql")
#embed "../../sql/report/50_indicator.sql"
FILE("sql/report/51_counts_of.sql")
#embed "../../sql/report/51_counts_of.sql"
FILE("sql/report/60_published_sum.sql")
#embed "../../sql/report/60_published_sum.sql"
FILE("sql/report/61_published_move.sql")
#embed "../../sql/report/61_published_move.sql"
FILE("sql/report/62_hidden_cell.sql")
#embed "../../sql/report/62_hidden_cell.sql"
FILE("sql/report/63_withheld.sql")
#embed "../../sql/report/63_withheld.sql"
FILE("sql/report/70_finding.sql")
#embed "../../sql/report/70_finding.sql"
FILE("sql/report/71_life.sql")
#embed "../../sql/report/71_life.sql"
FILE("sql/report/72_finding_life.sql")
#embed "../../sql/report/72_finding_life.sql"
FILE("sql/report/73_finding_teaching.sql")
#embed "../../sql/report/73_finding_teaching.sql"
FILE("sql/report/74_finding_learning.sql")
#embed "../../sql/report/74_finding_learning.sql"
FILE("sql/report/75_finding_ally.sql")
#embed "../../sql/report/75_finding_ally.sql"
FILE("sql/report/76_known_names.sql")
#embed "../../sql/report/76_known_names.sql"
FILE("sql/report/77_likely_double.sql")
#embed "../../sql/report/77_likely_double.sql"
FILE("sql/report/78_finding_person.sql")
#embed "../../sql/report/78_finding_person.sql"
FILE("sql/report/79_finding_case.sql")
#embed "../../sql/report/79_finding_case.sql"
FILE("sql/schema/0001_catalog.sql")
#embed "../../sql/schema/0001_catalog.sql"
FILE("sql/schema/0002_reference.sql")
#embed "../../sql/schema/0002_reference.sql"
FILE("sql/schema/0003_partner.sql")
#embed "../../sql/schema/0003_partner.sql"
FILE("sql/schema/0004_workshop.sql")
#embed "../../sql/schema/0004_workshop.sql"
FILE("sql/schema/0005_revision.sql")
#embed "../../sql/schema/0005_revision.sql"
FILE("sql/schema/0006_holiday.sql")
#embed "../../sql/schema/0006_holiday.sql"
FILE("sql/schema/0007_grading.sql")
#embed "../../sql/schema/0007_grading.sql"
FILE("sql/schema/0008_program.sql")
#embed "../../sql/schema/0008_program.sql"
FILE("sql/schema/0009_completion.sql")
#embed "../../sql/schema/0009_completion.sql"
FILE("sql/schema/0010_agreement.sql")
#embed "../../sql/schema/0010_agreement.sql"
FILE("sql/schema/0011_cohort.sql")
#embed "../../sql/schema/0011_cohort.sql"
FILE("sql/schema/0012_student.sql")
#embed "../../sql/schema/0012_student.sql"
FILE("sql/schema/0013_enrollment.sql")
#embed "../../sql/schema/0013_enrollment.sql"
FILE("sql/schema/0014_tally.sql")
#embed "../../sql/schema/0014_tally.sql"
FILE("sql/schema/0015_import.sql")
#embed "../../sql/schema/0015_import.sql"
FILE("sql/schema/0016_instructor.sql")
#embed "../../sql/schema/0016_instructor.sql"
FILE("sql/schema/0017_class.sql")
#embed "../../sql/schema/0017_class.sql"
FILE("sql/schema/0018_attendance.sql")
#embed "../../sql/schema/0018_attendance.sql"
FILE("sql/schema/0019_result.sql")
#embed "../../sql/schema/0019_result.sql"
FILE("sql/schema/0020_language.sql")
#embed "../../sql/schema/0020_language.sql"
FILE("sql/schema/0021_culture.sql")
#embed "../../sql/schema/0021_culture.sql"
FILE("sql/schema/0022_placement.sql")
#embed "../../sql/schema/0022_placement.sql"
FILE("sql/schema/0023_credential.sql")
#embed "../../sql/schema/0023_credential.sql"
FILE("sql/schema/0024_outcome.sql")
#embed "../../sql/schema/0024_outcome.sql"
FILE("sql/schema/0025_signature.sql")
#embed "../../sql/schema/0025_signature.sql"
FILE("sql/schema/0026_period.sql")
#embed "../../sql/schema/0026_period.sql"
FILE("sql/seed/demo/1_guard.sql")
#embed "../../sql/seed/demo/1_guard.sql"
FILE("sql/seed/demo/2_curricula.sql")
#embed "../../sql/seed/demo/2_curricula.sql"
FILE("sql/seed/demo/3_lives.sql")
#embed "../../sql/seed/demo/3_lives.sql"
FILE("sql/seed/demo/4_events.sql")
#embed "../../sql/seed/demo/4_events.sql"
FILE("sql/seed/demo/5_write.sql")
#embed "../../sql/seed/demo/5_write.sql"
FILE("sql/seed/demo_end.sql")
#embed "../../sql/seed/demo_end.sql"
FILE("sql/seed/demo_is_there.sql")
#embed "../../sql/seed/demo_is_there.sql"
FILE("sql/seed/demo_records/1_rules.sql")
#embed "../../sql/seed/demo_records/1_rules.sql"
FILE("sql/seed/demo_records/2_teaching.sql")
#embed "../../sql/seed/demo_records/2_teaching.sql"
FILE("sql/seed/demo_records/3_outside.sql")
#embed "../../sql/seed/demo_records/3_outside.sql"
FILE("sql/seed/demo_records/4_records.sql")
#embed "../../sql/seed/demo_records/4_records.sql"
FILE("sql/seed/demo_records/5_graduates.sql")
#embed "../../sql/seed/demo_records/5_graduates.sql"
FILE("sql/seed/draw/1_people.sql")
#embed "../../sql/seed/draw/1_people.sql"
FILE("sql/seed/draw/2_classes.sql")
#embed "../../sql/seed/draw/2_classes.sql"
FILE("sql/seed/draw/3_outside.sql")
#embed "../../sql/seed/draw/3_outside.sql"
FILE("sql/seed/reference.sql")
#embed "../../sql/seed/reference.sql"
FILE("sql/seed/workshops.sql")
#embed "../../sql/seed/workshops.sql"
, 0}}};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0] - 1; }
struct embedded_file embedded_file_at(size_t position) { return files[position + 1]; }
