import ArgumentParser
import Luban

/// What may be said of a person: the same options to enter one and to change one.
struct PersonOptions: ParsableArguments {
  @Option(
    name: .customLong("full"),
    help: ArgumentHelp("The whole name as the person writes it.", valueName: "name"))
  var fullName: String?
  @Option(name: .customLong("family"), help: ArgumentHelp("Family name.", valueName: "name"))
  var familyName: String?
  @Option(name: .customLong("given"), help: ArgumentHelp("Given name.", valueName: "name"))
  var givenName: String?
  @Option(help: ArgumentHelp("Patronymic.", valueName: "name"))
  var patronymic: String?
  @Option(help: ArgumentHelp("The name as printed in the passport.", valueName: "name"))
  var latin: String?
  @Option(help: ArgumentHelp("Chinese name.", valueName: "name"))
  var chinese: String?
  @Option(help: ArgumentHelp("Birth date.", valueName: "day"))
  var birth: Day?
  @Option(help: ArgumentHelp("Gender.", valueName: "female|male|other"))
  var gender: Gender?
  @Option(help: ArgumentHelp("Country of the passport, by two letters.", valueName: "alpha-2"))
  var nationality: String?
  @Option(
    help: ArgumentHelp(
      "Identity document: passport, national_id, birth_certificate, residence_permit or student_card.",
      valueName: "kind:country:number"))
  var document: IdentityDocument?
  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("Telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("Highest schooling, ISCED 2011.", valueName: "0-8"))
  var schooling: SchoolingArgument?
  @Option(help: ArgumentHelp("Language level shown at entry, as in hsk2010:1.", valueName: "framework:level"))
  var level: LanguageLevel?
  @Option(help: ArgumentHelp("Day of the consent to keep these data.", valueName: "day"))
  var consent: Day?

  var details: StudentDetails {
    var details = StudentDetails()
    details.fullName = fullName
    details.familyName = familyName
    details.givenName = givenName
    details.patronymic = patronymic
    details.latinName = latin
    details.chineseName = chinese
    details.birthOn = birth
    details.gender = gender
    details.nationality = nationality
    details.document = document
    details.email = email
    details.phone = phone
    details.schooling = schooling?.level
    details.level = level
    details.consentOn = consent
    return details
  }
}
