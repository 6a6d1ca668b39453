import ArgumentParser
import Luban

struct LessonClashes: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "clashes",
    abstract: "Lists what would be in two places at once: cohorts, instructors, rooms.",
    discussion: """
      Who has the same partner and number at two workshops is one person. Cohorts that have the same course \
      at the same time in the same room with the same instructor have one lesson together, which is no clash.

      Example:
        luban class clashes --workshop UZ-TAS --from 2026-09-01 --to 2027-01-31
      """)

  @OptionGroup var sessions: SessionOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.sessions.clashes(sessions.filter)
  }
}

struct LessonRooms: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rooms", abstract: "Lists the rooms that are used, as known now.",
    discussion: """
      A room is of its workshop; where it has several sites, write the site with it, as in North/204. \
      Case, width and words for a room make no other room: 204, Room 204 and ауд. 204 are one.

      Example:
        luban class rooms --workshop UZ-TAS --from 2026-09-01 --to 2027-01-31
      """)

  @OptionGroup var sessions: SessionOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.sessions.rooms(sessions.filter)
  }
}

struct LessonHours: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours", abstract: "Lists what instructors teach, lesson by lesson, as known now.",
    discussion: """
      A lesson given to several cohorts together counts once. Who stands in is counted, and not for whom. \
      Lessons that nobody teaches yet are a row without an instructor.

      Example:
        luban instructor hours --workshop UZ-TAS --from 2026-09-01 --to 2027-01-31
      """)

  @OptionGroup var sessions: SessionOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.sessions.teaching(sessions.filter)
  }
}
