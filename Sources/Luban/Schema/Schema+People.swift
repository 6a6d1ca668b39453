extension Schema {
  /// People who do not exist, in the columns of an import.
  public func people(_ count: Int, seed: Int) -> Listing {
    Listing(
      columns: ImportColumn.people.filter { $0.name != "workshop" }.map { Column($0.name, $0.meaning) },
      order: ["document_number"], by: Embedded.folder("sql/seed/draw"),
      body: "select * from pg_temp.demo_people(\(seed)::int, \(count)::int)")
  }
}
