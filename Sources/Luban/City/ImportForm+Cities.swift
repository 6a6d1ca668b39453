extension ImportForm {
  /// Cities, a line a city: those that have partners and workshops before any of these are entered.
  public static let cities = ImportForm(
    "cities", rows: "cities",
    flat: FlatImport(
      into: "city", as: "city_sheet", of: .shared, key: ["country", "name"],
      once: "name:city_is_once_in_its_country", subject: "concat_ws(', ', p.name, p.country)",
      script: "cities/1_refused", after: "cities/2_names"),
    columns: [
      .country(needed: "city_is_in_a_known_country"),
      ImportColumn(
        "name", ["city", "城市", "город"], "name by which it is listed: the English one where that is known",
        example: "Tashkent", into: .init("name", .text, needed: "city_has_a_name")),
    ]
      + ImportColumn.otherNames(
        or: "city_name_is_not_blank", as: ("塔什干", "Ташкент", "uz=Toshkent")))
}
