import ArgumentParser
import Luban

struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Persons to write to or call at a partner.",
    subcommands: [ContactAdd.self, ContactEdit.self, ContactRemove.self, ContactImport.self])
}

struct ContactAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a contact, with an e-mail address or a telephone number.",
    discussion: """
      Example:
        luban partner contact add UZ-TLC "Karimov Anvar" \\
          --position "vice rector" --email a.karimov@example.org
      """)

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Argument(help: "Name of the person.")
  var name: String
  @OptionGroup var said: ContactOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let changed = try await office.partners.addContact(
      said.contact(called: name), to: partner)
    let number = changed.contacts.last.map { " \($0.number)" } ?? ""
    try result.report("Added contact\(number) of \(changed.line): \(name).", changed)
  }
}

struct ContactEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a contact by its number, which luban partner show tells.",
    discussion: """
      Example:
        luban partner contact edit UZ-TLC 1 --email anvar.karimov@example.org
      """)

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Argument(help: "Number of the contact.")
  var number: Int
  @Option(help: "Name of the person.")
  var name: String?
  @OptionGroup var said: ContactOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if name == nil, said.isEmpty {
      throw ValidationError(saying: "Say what to change.")
    }
  }

  func run(_ office: Office) async throws {
    let changed = try await office.partners.editContact(
      number, of: partner, said.contact(called: name ?? ""))
    try result.report("Changed contact \(number) of \(changed.line).", changed)
  }
}

/// What may be said of a contact beside the name.
struct ContactOptions: ParsableArguments {
  @Option(help: "What they do there.")
  var position: String?
  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("Telephone number.", valueName: "number"))
  var phone: String?

  var isEmpty: Bool { [position, email, phone].allSatisfy { $0 == nil } }

  func contact(called name: String) -> NewContact {
    NewContact(name: name, position: position, email: email, phone: phone)
  }
}

struct ContactRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes a contact by its number, which luban partner show tells.",
    discussion: "Example:\n  luban partner contact remove UZ-TLC 1")

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Argument(help: "Number of the contact.")
  var number: Int
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let changed = try await office.partners.removeContact(number, of: partner)
    try result.report("Removed contact \(number) of \(changed.line).", changed)
  }
}

struct ContactImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters contacts of partners from a file.",
    discussion: """
      A line is a person: partner, name, position, email, phone; luban import template partner_contacts \
      lists the headers. Sent again nothing changes; --update takes over what differs.

      Example:
        printf '%s\\n' partner,name,position,email \\
          'UZ-TSTU,Rahimova Lola,dean,lola@example.org' > contacts.csv
        luban partner contact import contacts.csv
      """)

  static let form = ImportForm.partnerContacts
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
