extension ImportForm {
  /// Credentials that are revoked, a line a credential.
  public static let revocations = ImportForm(
    "revocations", columns: ImportColumn.credential, needs: needsOfCredentials, analyzed: ["serial"],
    checks: [
      ImportStep("matching", "credentials/1_read"), ImportStep("planning", "credentials/2_revocation"),
    ],
    writes: [ImportStep("revoking", "credentials/3_revoke")])

  /// Credentials that are issued anew, a line a former one.
  public static let reissues = ImportForm(
    "reissues", columns: ImportColumn.credential, needs: needsOfCredentials, analyzed: ["serial"],
    checks: [
      ImportStep("matching", "credentials/1_read"), ImportStep("planning", "credentials/2_reissue"),
    ],
    writes: [ImportStep("issuing anew", "credentials/3_reissue")])

  private static let needsOfCredentials: [ImportNeed] = [
    .column("serial"),
    .column("reason", or: "reason"),
  ]
}

extension ImportRequest {
  /// Why, in the lines that do not say it.
  public var reason: String? {
    get { params["reason"] }
    set { params["reason"] = newValue }
  }
}

extension ImportColumn {
  /// What a file says of a credential that is revoked or issued anew.
  static let credential: [ImportColumn] = [
    ImportColumn(
      "serial", ["serial number", "certificate", "证书编号", "编号", "серийный номер", "номер диплома"],
      "serial number of the credential", example: "UZ-TAS-2027-00012"),
    ImportColumn(
      "student", ["number", "学号", "номер студента"],
      "number of the graduate, to be sure; refused where it is another's", example: "S-00012"),
    ImportColumn(
      "full_name", ["name", "姓名", "фио", "ф.и.о.", "полное имя"],
      "name of the graduate, or its parts, to be sure; refused where it is another's",
      example: "Каримова Дилноза"),
    ImportColumn(
      "on", ["date", "day", "日期", "дата", "день"], "day", option: "on", example: "2027-08-01", kind: .day),
    ImportColumn(
      "reason", ["why", "原因", "причина"], "why", option: "reason", example: "the name was misspelled"),
  ]
}
