import Glibc
import Testing

@testable import Tabular

@Suite("Where a path leads")
struct FilePlaceTests {
  @Test("is one place by every name of a file, and before it is there")
  func same() throws {
    let scratch = try Scratch()
    let file = try scratch.file([1])
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    #expect(link(file, folder + "/hard") == 0 && symlink(file, folder + "/soft") == 0)
    #expect(symlink("new", folder + "/dangling") == 0 && mkdir(folder + "/d", 0o700) == 0)
    let place = try #require(FilePlace(file))
    for name in ["hard", "soft", "d/../hard", "./soft"] { #expect(FilePlace("\(folder)/\(name)") == place) }
    let new = try #require(FilePlace(folder + "/new"))
    for name in ["dangling", "d/../new", "./dangling"] { #expect(FilePlace("\(folder)/\(name)") == new) }
    #expect(new != place && FilePlace(folder + "/d/new") != new && FilePlace(folder + "/other") != new)
  }

  @Test("is none of what holds nothing, or is nowhere")
  func none() {
    #expect(FilePlace("/dev/null") == nil && FilePlace("/no/such/folder/file") == nil)
  }
}
