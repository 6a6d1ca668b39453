import ArgumentParser
import Luban

struct WorkshopImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters workshops from a file.",
    discussion: """
      A line is a workshop: workshop, title, title_zh, title_ru, country, city, status and so on; \
      luban import template workshops lists the headers. Sent again nothing changes; --update takes over \
      what differs.

      Example:
        printf '%s\\n' workshop,title,title_zh,country,city \\
          'UZ-SAM,Luban Workshop Samarkand,撒马尔罕鲁班工坊,UZ,Samarkand' > shops.csv
        luban workshop import shops.csv
      """)

  static let form = ImportForm.workshops
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}

struct WorkshopRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Parts of partners in workshops: host, lead, enterprise, awarding body.",
    discussion: "One by one they are entered by luban workshop edit.", subcommands: [WorkshopRoleImport.self])
}

struct WorkshopRoleImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters parts of partners in workshops from a file.",
    discussion: """
      A line is a part: workshop, partner, role, since, until; luban import template workshop_roles lists \
      the headers. A part without a first day is taken from the beginning. Sent again nothing changes; \
      --update takes over what differs.

      Example:
        printf '%s\\n' partner,role,since,until \\
          'UZ-RAIL,enterprise,2026-03-01,2027-03-01' > roles.csv
        luban workshop role import roles.csv --workshop UZ-TAS
      """)

  static let form = ImportForm.workshopRoles
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @OptionGroup var result: ResultOptions
}
