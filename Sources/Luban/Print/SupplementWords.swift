import Messages

/// The texts that the models of the two supplements prescribe.
extension PageWords {
  /// The preamble of the Diploma Supplement, by the model of the Council of Europe and UNESCO.
  static let diplomaPreamble: Message = """
    This Diploma Supplement follows the model developed by the European Commission, Council of Europe \
    and UNESCO/CEPES. The purpose of the supplement is to provide sufficient independent data to improve \
    the international “transparency” and fair academic and professional recognition of qualifications \
    (diplomas, degrees, certificates etc.). It is designed to provide a description of the nature, \
    level, context, content and status of the studies that were pursued and successfully completed by \
    the individual named on the original qualification to which this supplement is appended. It should \
    be free from any value judgements, equivalence statements or suggestions about recognition. \
    Information in all eight sections should be provided. Where information is not provided, an \
    explanation should give the reason why.
    """

  /// What a certificate supplement is.
  static let certificatePreamble: Message = """
    This supplement describes the certificate named below, in the sections of the Europass certificate \
    supplement. It has no legal status in itself.
    """

  static let supplementLabels: [String: Message] = [
    "word_diploma_supplement": "Diploma Supplement" as Message,
    "word_certificate_supplement": "Certificate supplement" as Message,
    "word_holder": "Information identifying the holder of the qualification" as Message,
    "word_family_names": "Family name(s)" as Message,
    "word_given_names": "Given name(s)" as Message,
    "word_birth_date": "Date of birth (year-month-day)" as Message,
    "word_student_code": "Student identification number" as Message,
    "word_no_parts": "not recorded apart from the full name" as Message,
    "word_none": "none" as Message,
    "word_qualification": "Information identifying the qualification" as Message,
    "word_qualification_name": "Name of the qualification, in the original language" as Message,
    "word_main_field": "Main field of study" as Message,
    "word_awarding_status": "Name and status of the awarding institution" as Message,
    "word_administering": "Name and status of the institutions administering studies" as Message,
    "word_instruction": "Languages of instruction and examination" as Message,
    "word_level_information": "Information on the level and duration of the qualification" as Message,
    "word_level_of": "Level of the qualification" as Message,
    "word_duration": "Official duration of the program" as Message,
    "word_months": "Months" as Message,
    "word_required_credits": "Credits of required courses" as Message,
    "word_access": "Access requirements" as Message,
    "word_no_requirements": "none is recorded for the program" as Message,
    "word_contents": "Information on the contents and results gained" as Message,
    "word_mode": "Mode of study" as Message,
    "word_outcomes": "Learning outcomes and requirements of the program" as Message,
    "word_details": "Program details, credits gained and marks obtained" as Message,
    "word_grading": "Grading system and distribution of marks" as Message,
    "word_distribution": """
    Passing marks in this edition of the program at the workshop in the three years to the day of issue
    """ as Message,
    "word_band": "Mark" as Message,
    "word_share": "Share of passing marks, percent" as Message,
    "word_few_marks": """
    Fewer than 30 passing marks were given in this edition of the program at the workshop in the three years \
    to the day of issue: too few for a distribution.
    """ as Message,
    "word_classification": "Overall classification of the qualification" as Message,
    "word_no_classification": "none is given" as Message,
    "word_function": "Information on the function of the qualification" as Message,
    "word_further_study": "Access to further study" as Message,
    "word_profession": "Access to a regulated profession" as Message,
    "word_additional": "Additional information" as Message,
    "word_sources": "Further information sources" as Message,
    "word_certification": "Certification of the supplement" as Message,
    "word_capacity": "Capacity" as Message,
    "word_stamp": "Official stamp or seal" as Message,
    "word_code_of": "The code proves the certificate to which this supplement belongs." as Message,
    "word_system": "Information on the national higher education system" as Message,
    "word_agreements": "Agreements" as Message,
    "word_certificate_title": "Title of the certificate, in the original language" as Message,
    "word_translated_title": "Translated title of the certificate" as Message,
    "word_no_legal_status": "This translation has no legal status." as Message,
    "word_profile": "Profile of skills and competences" as Message,
    "word_by_courses": "By the courses passed:" as Message,
    "word_occupations": "Range of occupations accessible to the holder of the certificate" as Message,
    "word_official_basis": "Official basis of the certificate" as Message,
    "word_body_status": "Name and status of the body awarding the certificate" as Message,
    "word_authority": "Name and status of the authority that recognizes the certificate" as Message,
    "word_certificate_level": "Level of the certificate" as Message,
    "word_pass_requirements": "Grading scale and pass requirements" as Message,
    "word_next_level": "Access to the next level of education or training" as Message,
    "word_international": "International agreements" as Message,
    "word_legal_basis": "Legal basis" as Message,
    "word_ways": "Officially recognized ways of acquiring the certificate" as Message,
    "word_training": "Education and training received" as Message,
    "word_percent": "Percent of the program" as Message,
    "word_entry": "Entry requirements" as Message,
  ]

  /// A language of instruction by its name, where there is one for its tag.
  static func language(_ tag: String) -> Message {
    languages[String(tag.prefix { $0 != "-" })] ?? Message(verbatim: tag)
  }

  /// Those of the countries that have workshops.
  private static let languages: [String: Message] = [
    "am": "Amharic" as Message, "ar": "Arabic" as Message, "az": "Azerbaijani" as Message,
    "bg": "Bulgarian" as Message, "en": "English" as Message, "es": "Spanish" as Message,
    "fr": "French" as Message, "hi": "Hindi" as Message, "id": "Indonesian" as Message,
    "kk": "Kazakh" as Message, "km": "Khmer" as Message, "ky": "Kyrgyz" as Message,
    "mg": "Malagasy" as Message, "pt": "Portuguese" as Message, "ru": "Russian" as Message,
    "sr": "Serbian" as Message, "sw": "Swahili" as Message, "tg": "Tajik" as Message,
    "th": "Thai" as Message, "tk": "Turkmen" as Message, "ur": "Urdu" as Message,
    "uz": "Uzbek" as Message, "zh": "Chinese" as Message,
  ]
}
