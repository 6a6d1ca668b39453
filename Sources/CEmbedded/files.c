// Written by .ci/embed (make embed). Do not edit.
#include "CEmbedded.h"
// Clang knows #embed in every standard, but says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../seed/demo/agreements.csv"
, 0};
static const unsigned char file_1[] = {
#embed "../../seed/demo/cohorts.csv"
, 0};
static const unsigned char file_2[] = {
#embed "../../seed/demo/courses.csv"
, 0};
static const unsigned char file_3[] = {
#embed "../../seed/demo/curricula.csv"
, 0};
static const unsigned char file_4[] = {
#embed "../../seed/demo/enterprises.csv"
, 0};
static const unsigned char file_5[] = {
#embed "../../seed/demo/events.csv"
, 0};
static const unsigned char file_6[] = {
#embed "../../seed/demo/homes.csv"
, 0};
static const unsigned char file_7[] = {
#embed "../../seed/demo/rules.csv"
, 0};
static const unsigned char file_8[] = {
#embed "../../seed/import/headers.csv"
, 0};
static const unsigned char file_9[] = {
#embed "../../seed/import/placeholders.csv"
, 0};
static const unsigned char file_10[] = {
#embed "../../seed/reference/countries.csv"
, 0};
static const unsigned char file_11[] = {
#embed "../../seed/reference/country_names.csv"
, 0};
static const unsigned char file_12[] = {
#embed "../../seed/reference/grading_marks.csv"
, 0};
static const unsigned char file_13[] = {
#embed "../../seed/reference/grading_scales.csv"
, 0};
static const unsigned char file_14[] = {
#embed "../../seed/reference/holidays.csv"
, 0};
static const unsigned char file_15[] = {
#embed "../../seed/reference/isced_fields.csv"
, 0};
static const unsigned char file_16[] = {
#embed "../../seed/reference/isced_levels.csv"
, 0};
static const unsigned char file_17[] = {
#embed "../../seed/reference/language_frameworks.csv"
, 0};
static const unsigned char file_18[] = {
#embed "../../seed/reference/language_levels.csv"
, 0};
static const unsigned char file_19[] = {
#embed "../../seed/reference/sister_cities.csv"
, 0};
static const unsigned char file_20[] = {
#embed "../../seed/reference/words.csv"
, 0};
static const unsigned char file_21[] = {
#embed "../../seed/templates/certificate.mustache"
, 0};
static const unsigned char file_22[] = {
#embed "../../seed/templates/transcript.mustache"
, 0};
static const unsigned char file_23[] = {
#embed "../../seed/workshops/institution_names.csv"
, 0};
static const unsigned char file_24[] = {
#embed "../../seed/workshops/institutions.csv"
, 0};
static const unsigned char file_25[] = {
#embed "../../seed/workshops/program_stages.csv"
, 0};
static const unsigned char file_26[] = {
#embed "../../seed/workshops/programs.csv"
, 0};
static const unsigned char file_27[] = {
#embed "../../seed/workshops/workshop_events.csv"
, 0};
static const unsigned char file_28[] = {
#embed "../../seed/workshops/workshop_roles.csv"
, 0};
static const unsigned char file_29[] = {
#embed "../../seed/workshops/workshops.csv"
, 0};
static const unsigned char file_30[] = {
#embed "../../sql/code/0_ground/1_rule.sql"
, 0};
static const unsigned char file_31[] = {
#embed "../../sql/code/0_ground/2_history.sql"
, 0};
static const unsigned char file_32[] = {
#embed "../../sql/code/0_ground/3_day.sql"
, 0};
static const unsigned char file_33[] = {
#embed "../../sql/code/0_ground/4_written_day.sql"
, 0};
static const unsigned char file_34[] = {
#embed "../../sql/code/agreement/rules.sql"
, 0};
static const unsigned char file_35[] = {
#embed "../../sql/code/agreement/words.sql"
, 0};
static const unsigned char file_36[] = {
#embed "../../sql/code/attendance/rules.sql"
, 0};
static const unsigned char file_37[] = {
#embed "../../sql/code/attendance/verbs.sql"
, 0};
static const unsigned char file_38[] = {
#embed "../../sql/code/attendance/words.sql"
, 0};
static const unsigned char file_39[] = {
#embed "../../sql/code/class/rules.sql"
, 0};
static const unsigned char file_40[] = {
#embed "../../sql/code/class/verbs.sql"
, 0};
static const unsigned char file_41[] = {
#embed "../../sql/code/class/words.sql"
, 0};
static const unsigned char file_42[] = {
#embed "../../sql/code/cohort/rules.sql"
, 0};
static const unsigned char file_43[] = {
#embed "../../sql/code/cohort/seats.sql"
, 0};
static const unsigned char file_44[] = {
#embed "../../sql/code/cohort/verbs.sql"
, 0};
static const unsigned char file_45[] = {
#embed "../../sql/code/cohort/words.sql"
, 0};
static const unsigned char file_46[] = {
#embed "../../sql/code/completion/rules.sql"
, 0};
static const unsigned char file_47[] = {
#embed "../../sql/code/completion/words.sql"
, 0};
static const unsigned char file_48[] = {
#embed "../../sql/code/credential/rules.sql"
, 0};
static const unsigned char file_49[] = {
#embed "../../sql/code/credential/verbs.sql"
, 0};
static const unsigned char file_50[] = {
#embed "../../sql/code/credential/words.sql"
, 0};
static const unsigned char file_51[] = {
#embed "../../sql/code/culture/rules.sql"
, 0};
static const unsigned char file_52[] = {
#embed "../../sql/code/culture/verbs.sql"
, 0};
static const unsigned char file_53[] = {
#embed "../../sql/code/culture/words.sql"
, 0};
static const unsigned char file_54[] = {
#embed "../../sql/code/demo.sql"
, 0};
static const unsigned char file_55[] = {
#embed "../../sql/code/demo_records.sql"
, 0};
static const unsigned char file_56[] = {
#embed "../../sql/code/demo_records_outside.sql"
, 0};
static const unsigned char file_57[] = {
#embed "../../sql/code/enrollment/links.sql"
, 0};
static const unsigned char file_58[] = {
#embed "../../sql/code/enrollment/no_show.sql"
, 0};
static const unsigned char file_59[] = {
#embed "../../sql/code/enrollment/rules.sql"
, 0};
static const unsigned char file_60[] = {
#embed "../../sql/code/enrollment/tally.sql"
, 0};
static const unsigned char file_61[] = {
#embed "../../sql/code/enrollment/verbs.sql"
, 0};
static const unsigned char file_62[] = {
#embed "../../sql/code/enrollment/words.sql"
, 0};
static const unsigned char file_63[] = {
#embed "../../sql/code/grading/rules.sql"
, 0};
static const unsigned char file_64[] = {
#embed "../../sql/code/grading/values.sql"
, 0};
static const unsigned char file_65[] = {
#embed "../../sql/code/grading/words.sql"
, 0};
static const unsigned char file_66[] = {
#embed "../../sql/code/holiday/rules.sql"
, 0};
static const unsigned char file_67[] = {
#embed "../../sql/code/holiday/words.sql"
, 0};
static const unsigned char file_68[] = {
#embed "../../sql/code/identity/letters.sql"
, 0};
static const unsigned char file_69[] = {
#embed "../../sql/code/identity/likenesses.sql"
, 0};
static const unsigned char file_70[] = {
#embed "../../sql/code/identity/match.sql"
, 0};
static const unsigned char file_71[] = {
#embed "../../sql/code/identity/words.sql"
, 0};
static const unsigned char file_72[] = {
#embed "../../sql/code/import/names.sql"
, 0};
static const unsigned char file_73[] = {
#embed "../../sql/code/import/values.sql"
, 0};
static const unsigned char file_74[] = {
#embed "../../sql/code/import/words.sql"
, 0};
static const unsigned char file_75[] = {
#embed "../../sql/code/instructor/rules.sql"
, 0};
static const unsigned char file_76[] = {
#embed "../../sql/code/instructor/verbs.sql"
, 0};
static const unsigned char file_77[] = {
#embed "../../sql/code/instructor/words.sql"
, 0};
static const unsigned char file_78[] = {
#embed "../../sql/code/language/rules.sql"
, 0};
static const unsigned char file_79[] = {
#embed "../../sql/code/language/values.sql"
, 0};
static const unsigned char file_80[] = {
#embed "../../sql/code/language/verbs.sql"
, 0};
static const unsigned char file_81[] = {
#embed "../../sql/code/language/words.sql"
, 0};
static const unsigned char file_82[] = {
#embed "../../sql/code/outcome/rules.sql"
, 0};
static const unsigned char file_83[] = {
#embed "../../sql/code/outcome/verbs.sql"
, 0};
static const unsigned char file_84[] = {
#embed "../../sql/code/outcome/words.sql"
, 0};
static const unsigned char file_85[] = {
#embed "../../sql/code/partner/rules.sql"
, 0};
static const unsigned char file_86[] = {
#embed "../../sql/code/partner/verbs.sql"
, 0};
static const unsigned char file_87[] = {
#embed "../../sql/code/partner/words.sql"
, 0};
static const unsigned char file_88[] = {
#embed "../../sql/code/placement/evaluation.sql"
, 0};
static const unsigned char file_89[] = {
#embed "../../sql/code/placement/places.sql"
, 0};
static const unsigned char file_90[] = {
#embed "../../sql/code/placement/rules.sql"
, 0};
static const unsigned char file_91[] = {
#embed "../../sql/code/placement/verbs.sql"
, 0};
static const unsigned char file_92[] = {
#embed "../../sql/code/placement/words.sql"
, 0};
static const unsigned char file_93[] = {
#embed "../../sql/code/program/rules.sql"
, 0};
static const unsigned char file_94[] = {
#embed "../../sql/code/program/words.sql"
, 0};
static const unsigned char file_95[] = {
#embed "../../sql/code/reference/words.sql"
, 0};
static const unsigned char file_96[] = {
#embed "../../sql/code/result/facts.sql"
, 0};
static const unsigned char file_97[] = {
#embed "../../sql/code/result/rules.sql"
, 0};
static const unsigned char file_98[] = {
#embed "../../sql/code/result/verbs.sql"
, 0};
static const unsigned char file_99[] = {
#embed "../../sql/code/result/words.sql"
, 0};
static const unsigned char file_100[] = {
#embed "../../sql/code/session/clashes.sql"
, 0};
static const unsigned char file_101[] = {
#embed "../../sql/code/session/rules.sql"
, 0};
static const unsigned char file_102[] = {
#embed "../../sql/code/session/verbs.sql"
, 0};
static const unsigned char file_103[] = {
#embed "../../sql/code/session/words.sql"
, 0};
static const unsigned char file_104[] = {
#embed "../../sql/code/student/rules.sql"
, 0};
static const unsigned char file_105[] = {
#embed "../../sql/code/student/search.sql"
, 0};
static const unsigned char file_106[] = {
#embed "../../sql/code/student/verbs.sql"
, 0};
static const unsigned char file_107[] = {
#embed "../../sql/code/student/words.sql"
, 0};
static const unsigned char file_108[] = {
#embed "../../sql/code/trigger_order.sql"
, 0};
static const unsigned char file_109[] = {
#embed "../../sql/code/workshop/rules.sql"
, 0};
static const unsigned char file_110[] = {
#embed "../../sql/code/workshop/words.sql"
, 0};
static const unsigned char file_111[] = {
#embed "../../sql/doctor.sql"
, 0};
static const unsigned char file_112[] = {
#embed "../../sql/import/attendance/1_lines.sql"
, 0};
static const unsigned char file_113[] = {
#embed "../../sql/import/attendance/2_sessions.sql"
, 0};
static const unsigned char file_114[] = {
#embed "../../sql/import/attendance/3_plan.sql"
, 0};
static const unsigned char file_115[] = {
#embed "../../sql/import/attendance/4_write.sql"
, 0};
static const unsigned char file_116[] = {
#embed "../../sql/import/batch.sql"
, 0};
static const unsigned char file_117[] = {
#embed "../../sql/import/certifications/1_read.sql"
, 0};
static const unsigned char file_118[] = {
#embed "../../sql/import/certifications/2_plan.sql"
, 0};
static const unsigned char file_119[] = {
#embed "../../sql/import/certifications/3_write.sql"
, 0};
static const unsigned char file_120[] = {
#embed "../../sql/import/changes/1_lock.sql"
, 0};
static const unsigned char file_121[] = {
#embed "../../sql/import/changes/2_read.sql"
, 0};
static const unsigned char file_122[] = {
#embed "../../sql/import/changes/3_plan.sql"
, 0};
static const unsigned char file_123[] = {
#embed "../../sql/import/count.sql"
, 0};
static const unsigned char file_124[] = {
#embed "../../sql/import/credentials/1_read.sql"
, 0};
static const unsigned char file_125[] = {
#embed "../../sql/import/credentials/2_reissue.sql"
, 0};
static const unsigned char file_126[] = {
#embed "../../sql/import/credentials/2_revocation.sql"
, 0};
static const unsigned char file_127[] = {
#embed "../../sql/import/credentials/3_reissue.sql"
, 0};
static const unsigned char file_128[] = {
#embed "../../sql/import/credentials/3_revoke.sql"
, 0};
static const unsigned char file_129[] = {
#embed "../../sql/import/culture/1_read.sql"
, 0};
static const unsigned char file_130[] = {
#embed "../../sql/import/culture/2_plan.sql"
, 0};
static const unsigned char file_131[] = {
#embed "../../sql/import/culture/3_write.sql"
, 0};
static const unsigned char file_132[] = {
#embed "../../sql/import/culture_events/1_read.sql"
, 0};
static const unsigned char file_133[] = {
#embed "../../sql/import/culture_events/2_plan.sql"
, 0};
static const unsigned char file_134[] = {
#embed "../../sql/import/culture_events/3_write.sql"
, 0};
static const unsigned char file_135[] = {
#embed "../../sql/import/instructor_line.sql"
, 0};
static const unsigned char file_136[] = {
#embed "../../sql/import/instructors/1_plan.sql"
, 0};
static const unsigned char file_137[] = {
#embed "../../sql/import/instructors/2_write.sql"
, 0};
static const unsigned char file_138[] = {
#embed "../../sql/import/language/1_names.sql"
, 0};
static const unsigned char file_139[] = {
#embed "../../sql/import/language/2_read.sql"
, 0};
static const unsigned char file_140[] = {
#embed "../../sql/import/language/3_plan.sql"
, 0};
static const unsigned char file_141[] = {
#embed "../../sql/import/language/4_write.sql"
, 0};
static const unsigned char file_142[] = {
#embed "../../sql/import/outcome/1_read.sql"
, 0};
static const unsigned char file_143[] = {
#embed "../../sql/import/outcome/2_plan.sql"
, 0};
static const unsigned char file_144[] = {
#embed "../../sql/import/outcome/3_write.sql"
, 0};
static const unsigned char file_145[] = {
#embed "../../sql/import/people/1_tables.sql"
, 0};
static const unsigned char file_146[] = {
#embed "../../sql/import/people/2_draft.sql"
, 0};
static const unsigned char file_147[] = {
#embed "../../sql/import/people/3_match.sql"
, 0};
static const unsigned char file_148[] = {
#embed "../../sql/import/people/4_lock.sql"
, 0};
static const unsigned char file_149[] = {
#embed "../../sql/import/people/5_plan.sql"
, 0};
static const unsigned char file_150[] = {
#embed "../../sql/import/people/6_people.sql"
, 0};
static const unsigned char file_151[] = {
#embed "../../sql/import/people/7_enrollments.sql"
, 0};
static const unsigned char file_152[] = {
#embed "../../sql/import/people/batch.sql"
, 0};
static const unsigned char file_153[] = {
#embed "../../sql/import/people/count.sql"
, 0};
static const unsigned char file_154[] = {
#embed "../../sql/import/people/result.sql"
, 0};
static const unsigned char file_155[] = {
#embed "../../sql/import/placement_evaluations/1_read.sql"
, 0};
static const unsigned char file_156[] = {
#embed "../../sql/import/placement_evaluations/2_plan.sql"
, 0};
static const unsigned char file_157[] = {
#embed "../../sql/import/placement_evaluations/3_write.sql"
, 0};
static const unsigned char file_158[] = {
#embed "../../sql/import/placement_hours/1_read.sql"
, 0};
static const unsigned char file_159[] = {
#embed "../../sql/import/placement_hours/2_plan.sql"
, 0};
static const unsigned char file_160[] = {
#embed "../../sql/import/placement_hours/3_write.sql"
, 0};
static const unsigned char file_161[] = {
#embed "../../sql/import/placement_offers/1_read.sql"
, 0};
static const unsigned char file_162[] = {
#embed "../../sql/import/placement_offers/2_plan.sql"
, 0};
static const unsigned char file_163[] = {
#embed "../../sql/import/placement_offers/3_write.sql"
, 0};
static const unsigned char file_164[] = {
#embed "../../sql/import/placements/1_read.sql"
, 0};
static const unsigned char file_165[] = {
#embed "../../sql/import/placements/2_plan.sql"
, 0};
static const unsigned char file_166[] = {
#embed "../../sql/import/placements/3_write.sql"
, 0};
static const unsigned char file_167[] = {
#embed "../../sql/import/problem.sql"
, 0};
static const unsigned char file_168[] = {
#embed "../../sql/import/result.sql"
, 0};
static const unsigned char file_169[] = {
#embed "../../sql/import/results/1_read.sql"
, 0};
static const unsigned char file_170[] = {
#embed "../../sql/import/results/2_known.sql"
, 0};
static const unsigned char file_171[] = {
#embed "../../sql/import/results/3_plan.sql"
, 0};
static const unsigned char file_172[] = {
#embed "../../sql/import/results/4_write.sql"
, 0};
static const unsigned char file_173[] = {
#embed "../../sql/import/sessions/1_plan.sql"
, 0};
static const unsigned char file_174[] = {
#embed "../../sql/import/sessions/2_left_out.sql"
, 0};
static const unsigned char file_175[] = {
#embed "../../sql/import/sessions/3_write.sql"
, 0};
static const unsigned char file_176[] = {
#embed "../../sql/import/trainings/1_plan.sql"
, 0};
static const unsigned char file_177[] = {
#embed "../../sql/import/trainings/2_write.sql"
, 0};
static const unsigned char file_178[] = {
#embed "../../sql/import/who.sql"
, 0};
static const unsigned char file_179[] = {
#embed "../../sql/import/who_line.sql"
, 0};
static const unsigned char file_180[] = {
#embed "../../sql/import/workshop_line.sql"
, 0};
static const unsigned char file_181[] = {
#embed "../../sql/migration.sql"
, 0};
static const unsigned char file_182[] = {
#embed "../../sql/reference/rules.sql"
, 0};
static const unsigned char file_183[] = {
#embed "../../sql/reference/schema.sql"
, 0};
static const unsigned char file_184[] = {
#embed "../../sql/report/00_anew.sql"
, 0};
static const unsigned char file_185[] = {
#embed "../../sql/report/02_known.sql"
, 0};
static const unsigned char file_186[] = {
#embed "../../sql/report/03_known_cohort.sql"
, 0};
static const unsigned char file_187[] = {
#embed "../../sql/report/03_known_event.sql"
, 0};
static const unsigned char file_188[] = {
#embed "../../sql/report/04_cohort_count.sql"
, 0};
static const unsigned char file_189[] = {
#embed "../../sql/report/04_known_enrollment.sql"
, 0};
static const unsigned char file_190[] = {
#embed "../../sql/report/05_enrollment_state.sql"
, 0};
static const unsigned char file_191[] = {
#embed "../../sql/report/12_known_language.sql"
, 0};
static const unsigned char file_192[] = {
#embed "../../sql/report/16_known_name.sql"
, 0};
static const unsigned char file_193[] = {
#embed "../../sql/report/17_known_program.sql"
, 0};
static const unsigned char file_194[] = {
#embed "../../sql/report/18_standing.sql"
, 0};
static const unsigned char file_195[] = {
#embed "../../sql/report/20_enrollment_source.sql"
, 0};
static const unsigned char file_196[] = {
#embed "../../sql/report/21_attendance.sql"
, 0};
static const unsigned char file_197[] = {
#embed "../../sql/report/21_counted_result.sql"
, 0};
static const unsigned char file_198[] = {
#embed "../../sql/report/23_culture_hours.sql"
, 0};
static const unsigned char file_199[] = {
#embed "../../sql/report/24_language_shown.sql"
, 0};
static const unsigned char file_200[] = {
#embed "../../sql/report/24_placement_hours.sql"
, 0};
static const unsigned char file_201[] = {
#embed "../../sql/report/25_language_level.sql"
, 0};
static const unsigned char file_202[] = {
#embed "../../sql/report/25_result_figures.sql"
, 0};
static const unsigned char file_203[] = {
#embed "../../sql/report/26_course_result.sql"
, 0};
static const unsigned char file_204[] = {
#embed "../../sql/report/26_language_gain.sql"
, 0};
static const unsigned char file_205[] = {
#embed "../../sql/report/30_completion_part.sql"
, 0};
static const unsigned char file_206[] = {
#embed "../../sql/report/31_missing_part.sql"
, 0};
static const unsigned char file_207[] = {
#embed "../../sql/report/32_progress.sql"
, 0};
static const unsigned char file_208[] = {
#embed "../../sql/report/33_risk.sql"
, 0};
static const unsigned char file_209[] = {
#embed "../../sql/report/34_outcome_count.sql"
, 0};
static const unsigned char file_210[] = {
#embed "../../sql/report/40_cohort_language.sql"
, 0};
static const unsigned char file_211[] = {
#embed "../../sql/report/50_cohort.sql"
, 0};
static const unsigned char file_212[] = {
#embed "../../sql/schema/0001_catalog.sql"
, 0};
static const unsigned char file_213[] = {
#embed "../../sql/schema/0002_reference.sql"
, 0};
static const unsigned char file_214[] = {
#embed "../../sql/schema/0003_partner.sql"
, 0};
static const unsigned char file_215[] = {
#embed "../../sql/schema/0004_workshop.sql"
, 0};
static const unsigned char file_216[] = {
#embed "../../sql/schema/0005_revision.sql"
, 0};
static const unsigned char file_217[] = {
#embed "../../sql/schema/0006_holiday.sql"
, 0};
static const unsigned char file_218[] = {
#embed "../../sql/schema/0007_grading.sql"
, 0};
static const unsigned char file_219[] = {
#embed "../../sql/schema/0008_program.sql"
, 0};
static const unsigned char file_220[] = {
#embed "../../sql/schema/0009_completion.sql"
, 0};
static const unsigned char file_221[] = {
#embed "../../sql/schema/0010_agreement.sql"
, 0};
static const unsigned char file_222[] = {
#embed "../../sql/schema/0011_cohort.sql"
, 0};
static const unsigned char file_223[] = {
#embed "../../sql/schema/0012_student.sql"
, 0};
static const unsigned char file_224[] = {
#embed "../../sql/schema/0013_enrollment.sql"
, 0};
static const unsigned char file_225[] = {
#embed "../../sql/schema/0014_tally.sql"
, 0};
static const unsigned char file_226[] = {
#embed "../../sql/schema/0015_import.sql"
, 0};
static const unsigned char file_227[] = {
#embed "../../sql/schema/0016_instructor.sql"
, 0};
static const unsigned char file_228[] = {
#embed "../../sql/schema/0017_class.sql"
, 0};
static const unsigned char file_229[] = {
#embed "../../sql/schema/0018_attendance.sql"
, 0};
static const unsigned char file_230[] = {
#embed "../../sql/schema/0019_result.sql"
, 0};
static const unsigned char file_231[] = {
#embed "../../sql/schema/0020_language.sql"
, 0};
static const unsigned char file_232[] = {
#embed "../../sql/schema/0021_culture.sql"
, 0};
static const unsigned char file_233[] = {
#embed "../../sql/schema/0022_placement.sql"
, 0};
static const unsigned char file_234[] = {
#embed "../../sql/schema/0023_credential.sql"
, 0};
static const unsigned char file_235[] = {
#embed "../../sql/schema/0024_outcome.sql"
, 0};
static const unsigned char file_236[] = {
#embed "../../sql/seed/demo/1_guard.sql"
, 0};
static const unsigned char file_237[] = {
#embed "../../sql/seed/demo/2_curricula.sql"
, 0};
static const unsigned char file_238[] = {
#embed "../../sql/seed/demo/3_lives.sql"
, 0};
static const unsigned char file_239[] = {
#embed "../../sql/seed/demo/4_events.sql"
, 0};
static const unsigned char file_240[] = {
#embed "../../sql/seed/demo/5_write.sql"
, 0};
static const unsigned char file_241[] = {
#embed "../../sql/seed/demo_end.sql"
, 0};
static const unsigned char file_242[] = {
#embed "../../sql/seed/demo_records/1_rules.sql"
, 0};
static const unsigned char file_243[] = {
#embed "../../sql/seed/demo_records/2_teaching.sql"
, 0};
static const unsigned char file_244[] = {
#embed "../../sql/seed/demo_records/3_outside.sql"
, 0};
static const unsigned char file_245[] = {
#embed "../../sql/seed/demo_records/4_records.sql"
, 0};
static const unsigned char file_246[] = {
#embed "../../sql/seed/demo_records/5_graduates.sql"
, 0};
static const unsigned char file_247[] = {
#embed "../../sql/seed/reference.sql"
, 0};
static const unsigned char file_248[] = {
#embed "../../sql/seed/workshops.sql"
, 0};

static const struct embedded_file files[] = {
  {"seed/demo/agreements.csv", file_0, sizeof file_0 - 1},
  {"seed/demo/cohorts.csv", file_1, sizeof file_1 - 1},
  {"seed/demo/courses.csv", file_2, sizeof file_2 - 1},
  {"seed/demo/curricula.csv", file_3, sizeof file_3 - 1},
  {"seed/demo/enterprises.csv", file_4, sizeof file_4 - 1},
  {"seed/demo/events.csv", file_5, sizeof file_5 - 1},
  {"seed/demo/homes.csv", file_6, sizeof file_6 - 1},
  {"seed/demo/rules.csv", file_7, sizeof file_7 - 1},
  {"seed/import/headers.csv", file_8, sizeof file_8 - 1},
  {"seed/import/placeholders.csv", file_9, sizeof file_9 - 1},
  {"seed/reference/countries.csv", file_10, sizeof file_10 - 1},
  {"seed/reference/country_names.csv", file_11, sizeof file_11 - 1},
  {"seed/reference/grading_marks.csv", file_12, sizeof file_12 - 1},
  {"seed/reference/grading_scales.csv", file_13, sizeof file_13 - 1},
  {"seed/reference/holidays.csv", file_14, sizeof file_14 - 1},
  {"seed/reference/isced_fields.csv", file_15, sizeof file_15 - 1},
  {"seed/reference/isced_levels.csv", file_16, sizeof file_16 - 1},
  {"seed/reference/language_frameworks.csv", file_17, sizeof file_17 - 1},
  {"seed/reference/language_levels.csv", file_18, sizeof file_18 - 1},
  {"seed/reference/sister_cities.csv", file_19, sizeof file_19 - 1},
  {"seed/reference/words.csv", file_20, sizeof file_20 - 1},
  {"seed/templates/certificate.mustache", file_21, sizeof file_21 - 1},
  {"seed/templates/transcript.mustache", file_22, sizeof file_22 - 1},
  {"seed/workshops/institution_names.csv", file_23, sizeof file_23 - 1},
  {"seed/workshops/institutions.csv", file_24, sizeof file_24 - 1},
  {"seed/workshops/program_stages.csv", file_25, sizeof file_25 - 1},
  {"seed/workshops/programs.csv", file_26, sizeof file_26 - 1},
  {"seed/workshops/workshop_events.csv", file_27, sizeof file_27 - 1},
  {"seed/workshops/workshop_roles.csv", file_28, sizeof file_28 - 1},
  {"seed/workshops/workshops.csv", file_29, sizeof file_29 - 1},
  {"sql/code/0_ground/1_rule.sql", file_30, sizeof file_30 - 1},
  {"sql/code/0_ground/2_history.sql", file_31, sizeof file_31 - 1},
  {"sql/code/0_ground/3_day.sql", file_32, sizeof file_32 - 1},
  {"sql/code/0_ground/4_written_day.sql", file_33, sizeof file_33 - 1},
  {"sql/code/agreement/rules.sql", file_34, sizeof file_34 - 1},
  {"sql/code/agreement/words.sql", file_35, sizeof file_35 - 1},
  {"sql/code/attendance/rules.sql", file_36, sizeof file_36 - 1},
  {"sql/code/attendance/verbs.sql", file_37, sizeof file_37 - 1},
  {"sql/code/attendance/words.sql", file_38, sizeof file_38 - 1},
  {"sql/code/class/rules.sql", file_39, sizeof file_39 - 1},
  {"sql/code/class/verbs.sql", file_40, sizeof file_40 - 1},
  {"sql/code/class/words.sql", file_41, sizeof file_41 - 1},
  {"sql/code/cohort/rules.sql", file_42, sizeof file_42 - 1},
  {"sql/code/cohort/seats.sql", file_43, sizeof file_43 - 1},
  {"sql/code/cohort/verbs.sql", file_44, sizeof file_44 - 1},
  {"sql/code/cohort/words.sql", file_45, sizeof file_45 - 1},
  {"sql/code/completion/rules.sql", file_46, sizeof file_46 - 1},
  {"sql/code/completion/words.sql", file_47, sizeof file_47 - 1},
  {"sql/code/credential/rules.sql", file_48, sizeof file_48 - 1},
  {"sql/code/credential/verbs.sql", file_49, sizeof file_49 - 1},
  {"sql/code/credential/words.sql", file_50, sizeof file_50 - 1},
  {"sql/code/culture/rules.sql", file_51, sizeof file_51 - 1},
  {"sql/code/culture/verbs.sql", file_52, sizeof file_52 - 1},
  {"sql/code/culture/words.sql", file_53, sizeof file_53 - 1},
  {"sql/code/demo.sql", file_54, sizeof file_54 - 1},
  {"sql/code/demo_records.sql", file_55, sizeof file_55 - 1},
  {"sql/code/demo_records_outside.sql", file_56, sizeof file_56 - 1},
  {"sql/code/enrollment/links.sql", file_57, sizeof file_57 - 1},
  {"sql/code/enrollment/no_show.sql", file_58, sizeof file_58 - 1},
  {"sql/code/enrollment/rules.sql", file_59, sizeof file_59 - 1},
  {"sql/code/enrollment/tally.sql", file_60, sizeof file_60 - 1},
  {"sql/code/enrollment/verbs.sql", file_61, sizeof file_61 - 1},
  {"sql/code/enrollment/words.sql", file_62, sizeof file_62 - 1},
  {"sql/code/grading/rules.sql", file_63, sizeof file_63 - 1},
  {"sql/code/grading/values.sql", file_64, sizeof file_64 - 1},
  {"sql/code/grading/words.sql", file_65, sizeof file_65 - 1},
  {"sql/code/holiday/rules.sql", file_66, sizeof file_66 - 1},
  {"sql/code/holiday/words.sql", file_67, sizeof file_67 - 1},
  {"sql/code/identity/letters.sql", file_68, sizeof file_68 - 1},
  {"sql/code/identity/likenesses.sql", file_69, sizeof file_69 - 1},
  {"sql/code/identity/match.sql", file_70, sizeof file_70 - 1},
  {"sql/code/identity/words.sql", file_71, sizeof file_71 - 1},
  {"sql/code/import/names.sql", file_72, sizeof file_72 - 1},
  {"sql/code/import/values.sql", file_73, sizeof file_73 - 1},
  {"sql/code/import/words.sql", file_74, sizeof file_74 - 1},
  {"sql/code/instructor/rules.sql", file_75, sizeof file_75 - 1},
  {"sql/code/instructor/verbs.sql", file_76, sizeof file_76 - 1},
  {"sql/code/instructor/words.sql", file_77, sizeof file_77 - 1},
  {"sql/code/language/rules.sql", file_78, sizeof file_78 - 1},
  {"sql/code/language/values.sql", file_79, sizeof file_79 - 1},
  {"sql/code/language/verbs.sql", file_80, sizeof file_80 - 1},
  {"sql/code/language/words.sql", file_81, sizeof file_81 - 1},
  {"sql/code/outcome/rules.sql", file_82, sizeof file_82 - 1},
  {"sql/code/outcome/verbs.sql", file_83, sizeof file_83 - 1},
  {"sql/code/outcome/words.sql", file_84, sizeof file_84 - 1},
  {"sql/code/partner/rules.sql", file_85, sizeof file_85 - 1},
  {"sql/code/partner/verbs.sql", file_86, sizeof file_86 - 1},
  {"sql/code/partner/words.sql", file_87, sizeof file_87 - 1},
  {"sql/code/placement/evaluation.sql", file_88, sizeof file_88 - 1},
  {"sql/code/placement/places.sql", file_89, sizeof file_89 - 1},
  {"sql/code/placement/rules.sql", file_90, sizeof file_90 - 1},
  {"sql/code/placement/verbs.sql", file_91, sizeof file_91 - 1},
  {"sql/code/placement/words.sql", file_92, sizeof file_92 - 1},
  {"sql/code/program/rules.sql", file_93, sizeof file_93 - 1},
  {"sql/code/program/words.sql", file_94, sizeof file_94 - 1},
  {"sql/code/reference/words.sql", file_95, sizeof file_95 - 1},
  {"sql/code/result/facts.sql", file_96, sizeof file_96 - 1},
  {"sql/code/result/rules.sql", file_97, sizeof file_97 - 1},
  {"sql/code/result/verbs.sql", file_98, sizeof file_98 - 1},
  {"sql/code/result/words.sql", file_99, sizeof file_99 - 1},
  {"sql/code/session/clashes.sql", file_100, sizeof file_100 - 1},
  {"sql/code/session/rules.sql", file_101, sizeof file_101 - 1},
  {"sql/code/session/verbs.sql", file_102, sizeof file_102 - 1},
  {"sql/code/session/words.sql", file_103, sizeof file_103 - 1},
  {"sql/code/student/rules.sql", file_104, sizeof file_104 - 1},
  {"sql/code/student/search.sql", file_105, sizeof file_105 - 1},
  {"sql/code/student/verbs.sql", file_106, sizeof file_106 - 1},
  {"sql/code/student/words.sql", file_107, sizeof file_107 - 1},
  {"sql/code/trigger_order.sql", file_108, sizeof file_108 - 1},
  {"sql/code/workshop/rules.sql", file_109, sizeof file_109 - 1},
  {"sql/code/workshop/words.sql", file_110, sizeof file_110 - 1},
  {"sql/doctor.sql", file_111, sizeof file_111 - 1},
  {"sql/import/attendance/1_lines.sql", file_112, sizeof file_112 - 1},
  {"sql/import/attendance/2_sessions.sql", file_113, sizeof file_113 - 1},
  {"sql/import/attendance/3_plan.sql", file_114, sizeof file_114 - 1},
  {"sql/import/attendance/4_write.sql", file_115, sizeof file_115 - 1},
  {"sql/import/batch.sql", file_116, sizeof file_116 - 1},
  {"sql/import/certifications/1_read.sql", file_117, sizeof file_117 - 1},
  {"sql/import/certifications/2_plan.sql", file_118, sizeof file_118 - 1},
  {"sql/import/certifications/3_write.sql", file_119, sizeof file_119 - 1},
  {"sql/import/changes/1_lock.sql", file_120, sizeof file_120 - 1},
  {"sql/import/changes/2_read.sql", file_121, sizeof file_121 - 1},
  {"sql/import/changes/3_plan.sql", file_122, sizeof file_122 - 1},
  {"sql/import/count.sql", file_123, sizeof file_123 - 1},
  {"sql/import/credentials/1_read.sql", file_124, sizeof file_124 - 1},
  {"sql/import/credentials/2_reissue.sql", file_125, sizeof file_125 - 1},
  {"sql/import/credentials/2_revocation.sql", file_126, sizeof file_126 - 1},
  {"sql/import/credentials/3_reissue.sql", file_127, sizeof file_127 - 1},
  {"sql/import/credentials/3_revoke.sql", file_128, sizeof file_128 - 1},
  {"sql/import/culture/1_read.sql", file_129, sizeof file_129 - 1},
  {"sql/import/culture/2_plan.sql", file_130, sizeof file_130 - 1},
  {"sql/import/culture/3_write.sql", file_131, sizeof file_131 - 1},
  {"sql/import/culture_events/1_read.sql", file_132, sizeof file_132 - 1},
  {"sql/import/culture_events/2_plan.sql", file_133, sizeof file_133 - 1},
  {"sql/import/culture_events/3_write.sql", file_134, sizeof file_134 - 1},
  {"sql/import/instructor_line.sql", file_135, sizeof file_135 - 1},
  {"sql/import/instructors/1_plan.sql", file_136, sizeof file_136 - 1},
  {"sql/import/instructors/2_write.sql", file_137, sizeof file_137 - 1},
  {"sql/import/language/1_names.sql", file_138, sizeof file_138 - 1},
  {"sql/import/language/2_read.sql", file_139, sizeof file_139 - 1},
  {"sql/import/language/3_plan.sql", file_140, sizeof file_140 - 1},
  {"sql/import/language/4_write.sql", file_141, sizeof file_141 - 1},
  {"sql/import/outcome/1_read.sql", file_142, sizeof file_142 - 1},
  {"sql/import/outcome/2_plan.sql", file_143, sizeof file_143 - 1},
  {"sql/import/outcome/3_write.sql", file_144, sizeof file_144 - 1},
  {"sql/import/people/1_tables.sql", file_145, sizeof file_145 - 1},
  {"sql/import/people/2_draft.sql", file_146, sizeof file_146 - 1},
  {"sql/import/people/3_match.sql", file_147, sizeof file_147 - 1},
  {"sql/import/people/4_lock.sql", file_148, sizeof file_148 - 1},
  {"sql/import/people/5_plan.sql", file_149, sizeof file_149 - 1},
  {"sql/import/people/6_people.sql", file_150, sizeof file_150 - 1},
  {"sql/import/people/7_enrollments.sql", file_151, sizeof file_151 - 1},
  {"sql/import/people/batch.sql", file_152, sizeof file_152 - 1},
  {"sql/import/people/count.sql", file_153, sizeof file_153 - 1},
  {"sql/import/people/result.sql", file_154, sizeof file_154 - 1},
  {"sql/import/placement_evaluations/1_read.sql", file_155, sizeof file_155 - 1},
  {"sql/import/placement_evaluations/2_plan.sql", file_156, sizeof file_156 - 1},
  {"sql/import/placement_evaluations/3_write.sql", file_157, sizeof file_157 - 1},
  {"sql/import/placement_hours/1_read.sql", file_158, sizeof file_158 - 1},
  {"sql/import/placement_hours/2_plan.sql", file_159, sizeof file_159 - 1},
  {"sql/import/placement_hours/3_write.sql", file_160, sizeof file_160 - 1},
  {"sql/import/placement_offers/1_read.sql", file_161, sizeof file_161 - 1},
  {"sql/import/placement_offers/2_plan.sql", file_162, sizeof file_162 - 1},
  {"sql/import/placement_offers/3_write.sql", file_163, sizeof file_163 - 1},
  {"sql/import/placements/1_read.sql", file_164, sizeof file_164 - 1},
  {"sql/import/placements/2_plan.sql", file_165, sizeof file_165 - 1},
  {"sql/import/placements/3_write.sql", file_166, sizeof file_166 - 1},
  {"sql/import/problem.sql", file_167, sizeof file_167 - 1},
  {"sql/import/result.sql", file_168, sizeof file_168 - 1},
  {"sql/import/results/1_read.sql", file_169, sizeof file_169 - 1},
  {"sql/import/results/2_known.sql", file_170, sizeof file_170 - 1},
  {"sql/import/results/3_plan.sql", file_171, sizeof file_171 - 1},
  {"sql/import/results/4_write.sql", file_172, sizeof file_172 - 1},
  {"sql/import/sessions/1_plan.sql", file_173, sizeof file_173 - 1},
  {"sql/import/sessions/2_left_out.sql", file_174, sizeof file_174 - 1},
  {"sql/import/sessions/3_write.sql", file_175, sizeof file_175 - 1},
  {"sql/import/trainings/1_plan.sql", file_176, sizeof file_176 - 1},
  {"sql/import/trainings/2_write.sql", file_177, sizeof file_177 - 1},
  {"sql/import/who.sql", file_178, sizeof file_178 - 1},
  {"sql/import/who_line.sql", file_179, sizeof file_179 - 1},
  {"sql/import/workshop_line.sql", file_180, sizeof file_180 - 1},
  {"sql/migration.sql", file_181, sizeof file_181 - 1},
  {"sql/reference/rules.sql", file_182, sizeof file_182 - 1},
  {"sql/reference/schema.sql", file_183, sizeof file_183 - 1},
  {"sql/report/00_anew.sql", file_184, sizeof file_184 - 1},
  {"sql/report/02_known.sql", file_185, sizeof file_185 - 1},
  {"sql/report/03_known_cohort.sql", file_186, sizeof file_186 - 1},
  {"sql/report/03_known_event.sql", file_187, sizeof file_187 - 1},
  {"sql/report/04_cohort_count.sql", file_188, sizeof file_188 - 1},
  {"sql/report/04_known_enrollment.sql", file_189, sizeof file_189 - 1},
  {"sql/report/05_enrollment_state.sql", file_190, sizeof file_190 - 1},
  {"sql/report/12_known_language.sql", file_191, sizeof file_191 - 1},
  {"sql/report/16_known_name.sql", file_192, sizeof file_192 - 1},
  {"sql/report/17_known_program.sql", file_193, sizeof file_193 - 1},
  {"sql/report/18_standing.sql", file_194, sizeof file_194 - 1},
  {"sql/report/20_enrollment_source.sql", file_195, sizeof file_195 - 1},
  {"sql/report/21_attendance.sql", file_196, sizeof file_196 - 1},
  {"sql/report/21_counted_result.sql", file_197, sizeof file_197 - 1},
  {"sql/report/23_culture_hours.sql", file_198, sizeof file_198 - 1},
  {"sql/report/24_language_shown.sql", file_199, sizeof file_199 - 1},
  {"sql/report/24_placement_hours.sql", file_200, sizeof file_200 - 1},
  {"sql/report/25_language_level.sql", file_201, sizeof file_201 - 1},
  {"sql/report/25_result_figures.sql", file_202, sizeof file_202 - 1},
  {"sql/report/26_course_result.sql", file_203, sizeof file_203 - 1},
  {"sql/report/26_language_gain.sql", file_204, sizeof file_204 - 1},
  {"sql/report/30_completion_part.sql", file_205, sizeof file_205 - 1},
  {"sql/report/31_missing_part.sql", file_206, sizeof file_206 - 1},
  {"sql/report/32_progress.sql", file_207, sizeof file_207 - 1},
  {"sql/report/33_risk.sql", file_208, sizeof file_208 - 1},
  {"sql/report/34_outcome_count.sql", file_209, sizeof file_209 - 1},
  {"sql/report/40_cohort_language.sql", file_210, sizeof file_210 - 1},
  {"sql/report/50_cohort.sql", file_211, sizeof file_211 - 1},
  {"sql/schema/0001_catalog.sql", file_212, sizeof file_212 - 1},
  {"sql/schema/0002_reference.sql", file_213, sizeof file_213 - 1},
  {"sql/schema/0003_partner.sql", file_214, sizeof file_214 - 1},
  {"sql/schema/0004_workshop.sql", file_215, sizeof file_215 - 1},
  {"sql/schema/0005_revision.sql", file_216, sizeof file_216 - 1},
  {"sql/schema/0006_holiday.sql", file_217, sizeof file_217 - 1},
  {"sql/schema/0007_grading.sql", file_218, sizeof file_218 - 1},
  {"sql/schema/0008_program.sql", file_219, sizeof file_219 - 1},
  {"sql/schema/0009_completion.sql", file_220, sizeof file_220 - 1},
  {"sql/schema/0010_agreement.sql", file_221, sizeof file_221 - 1},
  {"sql/schema/0011_cohort.sql", file_222, sizeof file_222 - 1},
  {"sql/schema/0012_student.sql", file_223, sizeof file_223 - 1},
  {"sql/schema/0013_enrollment.sql", file_224, sizeof file_224 - 1},
  {"sql/schema/0014_tally.sql", file_225, sizeof file_225 - 1},
  {"sql/schema/0015_import.sql", file_226, sizeof file_226 - 1},
  {"sql/schema/0016_instructor.sql", file_227, sizeof file_227 - 1},
  {"sql/schema/0017_class.sql", file_228, sizeof file_228 - 1},
  {"sql/schema/0018_attendance.sql", file_229, sizeof file_229 - 1},
  {"sql/schema/0019_result.sql", file_230, sizeof file_230 - 1},
  {"sql/schema/0020_language.sql", file_231, sizeof file_231 - 1},
  {"sql/schema/0021_culture.sql", file_232, sizeof file_232 - 1},
  {"sql/schema/0022_placement.sql", file_233, sizeof file_233 - 1},
  {"sql/schema/0023_credential.sql", file_234, sizeof file_234 - 1},
  {"sql/schema/0024_outcome.sql", file_235, sizeof file_235 - 1},
  {"sql/seed/demo/1_guard.sql", file_236, sizeof file_236 - 1},
  {"sql/seed/demo/2_curricula.sql", file_237, sizeof file_237 - 1},
  {"sql/seed/demo/3_lives.sql", file_238, sizeof file_238 - 1},
  {"sql/seed/demo/4_events.sql", file_239, sizeof file_239 - 1},
  {"sql/seed/demo/5_write.sql", file_240, sizeof file_240 - 1},
  {"sql/seed/demo_end.sql", file_241, sizeof file_241 - 1},
  {"sql/seed/demo_records/1_rules.sql", file_242, sizeof file_242 - 1},
  {"sql/seed/demo_records/2_teaching.sql", file_243, sizeof file_243 - 1},
  {"sql/seed/demo_records/3_outside.sql", file_244, sizeof file_244 - 1},
  {"sql/seed/demo_records/4_records.sql", file_245, sizeof file_245 - 1},
  {"sql/seed/demo_records/5_graduates.sql", file_246, sizeof file_246 - 1},
  {"sql/seed/reference.sql", file_247, sizeof file_247 - 1},
  {"sql/seed/workshops.sql", file_248, sizeof file_248 - 1},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }
struct embedded_file embedded_file_at(size_t place) { return files[place]; }
