/// The columns of the cohort report; what they count stands in `report.indicator`.
enum CohortReport {
  static let columns = Listing.columns(
    """
    cohort (workshop workshop_name country country_name sco sister_city hosts leads program edition \
    program_name mode) \
    intake (planned_end) status capacity applications (applied) waitlisted (admitted students) enrolled* \
    (suspended) completed* withdrawn (no_shows dismissed transferred_out refused transferred_in \
    returned_in census_on) census_size* (retained) retention* (completed_of_census) completion* \
    (census_here completed_here completion_here census_adjusted completion_adjusted women \
    gender_known nationalities nationality_list hours_theory hours_practice hours_language \
    hours_culture practice_share census_due completed_on_time on_time attended_hours held_hours attendance \
    courses_judged courses_passed course_pass language_target language_students language_entry_list \
    language_now_list language_entry_none language_entry_1 language_entry_2 language_entry_3 \
    language_entry_4 language_entry_5 language_entry_6 language_entry_7 language_now_none \
    language_now_1 language_now_2 language_now_3 language_now_4 language_now_5 language_now_6 \
    language_now_7 language_census language_reached language_attainment language_tested \
    language_tested_reached language_attainment_tested language_tests language_tests_passed \
    language_test_pass language_entry_known language_gained language_gain culture_hours placement_hours)
    """)
}
