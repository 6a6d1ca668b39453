import FoundationEssentials
import Postgres

/// The two tables with which every import begins: the options in one row, and the lines as text.
struct ImportTables {
  let request: ImportRequest
  /// The command that reads the file.
  let command: CommandKey
  /// What the header says for all lines, where no option does.
  var implied: [String: String] = [:]
  /// Headers of the columns that nothing stands for, where the form takes them too.
  let others: [String]

  /// Makes both, with memory for the sorts and joins of the steps that read them.
  func make(_ tx: Transaction) throws {
    let workshop = try request.workshop.map { try tx.id(ofWorkshop: $0) }
    let cohort = try request.cohort.map { try tx.cohort($0) }
    let params = String(
      decoding: try JSONEncoder().encode(
        request.params.merging(implied) { named, _ in named }), as: UTF8.self)
    try tx.runScript(
      "set local work_mem = '128MB'; set local jit = off; set local client_min_messages = warning")
    try tx.execute(
      """
      create temp table run on commit drop as
      select \(cohort?.workshopID ?? workshop)::int as workshop_id, \(request.cohort) as cohort_code,
        \(request.dates?.rawValue) as dates, \(request.day == .today ? nil : request.day)::date as day,
        \(request.updates) as may_update, \(request.replaces) as may_replace,
        \(request.override) as override, nextval('import_batch_key') as batch_id, \(command) as command,
        \(request.noun.name) as noun, \(fileName) as file_name, null::text as file_sha256,
        0::bigint as file_bytes, '{}'::jsonb as options, \(params, as: .jsonb) as params,
        \(others) as others, false as is_accepted
      """)
    // Of `run` the planner would believe two hundred rows. The others have what is added to refusals of who
    // is meant, and to lines taken all the same; what is said of rules.
    try tx.runScript(
      """
      analyze run;
      create temp table told (line int not null, rule text not null, told text) on commit drop;
      create temp table note (line int not null, note text not null, value text) on commit drop;
      create temp table rule_words (name text, sentence text, way_out text, detail text, way text)
        on commit drop
      """)
    var columns = request.noun.columns.map { "\(identifier: $0.name) text collate \"C\"" as SQL }
    if request.noun.takesOtherColumns { columns.append("others text[] collate \"C\"") }
    try tx.execute(
      """
      create temp table stage (line int not null, fault text, losses text, raw text,
        \(fragment: .joined(columns, separator: ", ")))
      on commit drop
      """)
  }

  private var fileName: String {
    request.path == "-"
      ? "standard input" : request.path.split(separator: "/").last.map(String.init) ?? request.path
  }
}
