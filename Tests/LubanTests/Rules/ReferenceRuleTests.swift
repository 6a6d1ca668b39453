import Support
import Testing

@Suite("Rules of reference data")
struct ReferenceRuleTests {
  private static let breaches = [
    Breach("country_alpha2_is_two_letters", "update country set alpha2 = 'uz' where alpha2 = 'AQ'"),
    Breach("country_alpha3_is_unique", "update country set alpha3 = 'UZB' where alpha2 = 'AQ'"),
    Breach(
      "country_sco_periods_are_in_order", "update country_sco set until = since where country = 'KZ'"),
    Breach(
      "country_sco_is_one_at_a_time",
      """
      insert into country_sco (country, status, since, verified)
      select country, 'member', since + 1, true from country_sco where country = 'KZ' and until is null
      """),
    Breach(
      "city_is_once_in_its_country",
      "insert into city (country, name) select country, name from city limit 1"),
    Breach("city_has_a_name", "update city set name = ' ' where name = 'Tashkent'"),
    Breach("city_name_is_not_blank", "update city_name set name = '' where name = '塔什干'"),
    Breach(
      "city_name_is_of_a_city", "insert into city_name (city_id, language, name) values (-1, 'ru', 'Нигде')"),
    Breach(
      "city_name_is_of_one_city_of_its_country", "insert into city (country, name) values ('UZ', 'ташкент')"),
    Breach(
      "city_name_is_of_one_city_of_its_country",
      """
      with other as (insert into city (country, name) values ('UZ', 'Bukhara') returning id)
      insert into city_name (city_id, language, name) select id, 'zh', '塔什干市' from other
      """),
    Breach(
      "cities_that_are_one_lie_in_one_country",
      """
      select merge_city(a.id, b.id) from city a, city b where (a.name, b.name) = ('Tashkent', 'Dushanbe')
      """),
    Breach(
      "city_with_a_tie_of_its_own_stays",
      "select merge_city(a.id, b.id) from city a, city b where (a.name, b.name) = ('Kobe', 'Chiba')"),
    Breach(
      "isced_field_code_has_two_to_four_digits",
      "insert into isced_field (code, level, title_en) values ('12345', 'detailed', 'x')"),
    Breach(
      "isced_field_level_is_known",
      "insert into isced_field (code, level, title_en) values ('99', 'wide', 'x')"),
    Breach(
      "language_framework_code_is_lower_case",
      "insert into language_framework (code, name, year) values ('HSK', 'HSK', 2010)"),
    Breach(
      "language_level_rank_is_once_in_its_framework",
      "update language_level set rank = 1 where framework = 'hsk2010'"),
    Breach(
      "language_level_pass_is_within_its_scale",
      "update language_level set pass_score = max_score + 1 where (framework, level) = ('hsk2010', '4')"),
    Breach(
      "language_level_pass_needs_a_scale",
      "update language_level set max_score = null where (framework, level) = ('hsk2010', '4')"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in await office.expectRefused(Self.breaches) }
  }
}
