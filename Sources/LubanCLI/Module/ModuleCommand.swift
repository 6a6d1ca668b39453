import ArgumentParser
import Luban

struct ModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module",
    abstract: "Language and culture modules, which stand beside the technical courses.",
    discussion: "A module is a course of its kind: luban course edit and luban course retire work on it too.",
    subcommands: [ModuleAdd.self, ModuleList.self, ModuleShow.self, ModuleLevels.self])
}
