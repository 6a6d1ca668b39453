import ArgumentParser

/// How imports that enter people know them from those who are there.
struct NewPeopleOptions: ParsableArguments {
  @Flag(help: "Take people with name and birth date of somebody known as new ones.")
  var namesakes = false
}
