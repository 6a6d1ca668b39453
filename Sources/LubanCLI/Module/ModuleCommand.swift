import ArgumentParser
import Luban

struct ModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module",
    abstract: "Language and culture modules, which stand beside the technical courses.",
    discussion: "A module is a course of its kind: luban course edit and luban course retire work on it too.",
    subcommands: [ModuleAdd.self, ModuleList.self, ModuleShow.self, ModuleLevels.self, ModuleImport.self])
}

struct ModuleImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters language and culture modules from a file.",
    discussion: """
      A line is a module: module, title, theory, practice, level or theme, supports and so on; \
      luban import template modules lists the headers. One with a theme is of culture, all others are of \
      language. Sent again nothing changes; --update takes over what differs.

      Example:
        printf '%s\\n' module,practice,level,theme ZH-HSK3,120,hsk2010:3, \\
          CUL-INK,20,,calligraphy > modules.csv
        luban module import modules.csv
      """)

  static let form = ImportForm.modules
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
