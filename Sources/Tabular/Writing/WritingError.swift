import Bytes
import Glibc
import Messages
import Workbook

/// Why output could not be written.
public struct WritingError: Error, Equatable, Sendable {
  /// The path as given, or `standard output`.
  public let file: String
  /// What went wrong.
  public let fault: Fault

  /// A fault of `file`.
  public init(file: String, fault: Fault) {
    self.file = file
    self.fault = fault
  }

  /// What can go wrong.
  public enum Fault: Equatable, Sendable {
    /// The reader of the pipe is gone, as after `| head`: a reason to end quietly, not to complain.
    case closedPipe
    /// The disk is full, or the quota used up.
    case noSpace
    /// The path is a folder.
    case folder
    /// The folder that should hold the file does not exist.
    case missingFolder
    /// It is there already, and is not written over.
    case exists
    /// Another program is writing the same file at this moment.
    case busy
    /// It is to be a workbook, whose sheets can't hold it.
    case noSheet(WorkbookWritingError)
    /// The system's reason for anything else.
    case failed(reason: String)
  }
}

extension WritingError: SaidError {
  /// One line: file, what went wrong, what to do.
  public var said: Message {
    switch fault {
    case .closedPipe: "\(file): nobody reads the pipe any more"
    case .noSpace: "\(file): no space is left; free some and run the command again"
    case .folder: "\(file): this is a folder; name a file in it"
    case .missingFolder: "\(file): there is no such folder; make it, or check the path"
    case .exists: "\(file): there is one already; name a new one"
    case .busy: "\(file): another program is writing it; wait until it is done"
    case .noSheet(.tooManyRows):
      "\(file): a sheet holds \(SheetWriter.rowLimit - 1) rows below its header; write csv, or take fewer"
    case .noSheet(.tooManyColumns): "\(file): a sheet holds 16384 columns; write csv, or fewer with --columns"
    case .noSheet(.textTooLong(let cell)):
      "\(file): the text of \(cell) has more than the \(SheetWriter.cellLimit) characters of a cell; take csv"
    case .noSheet(.tooLarge): "\(file): a workbook holds 4 GiB; write csv, or fewer rows with --limit"
    case .failed(let reason): "\(file): it cannot be written (\(reason))"
    }
  }
}

extension WritingError {
  /// Whether the data, not the place, are why it could not be written.
  public var isNoSheet: Bool {
    if case .noSheet = fault { true } else { false }
  }

  /// The fault that an `errno` stands for.
  init(file: String, code: Int32) {
    let fault: Fault =
      switch code {
      case EPIPE: .closedPipe
      case ENOSPC, EDQUOT: .noSpace
      case EISDIR: .folder
      case ENOENT, ENOTDIR: .missingFolder
      default: .failed(reason: systemReason(code))
      }
    self.init(file: file, fault: fault)
  }
}
