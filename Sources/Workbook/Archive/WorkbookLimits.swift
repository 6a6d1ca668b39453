/// What a workbook may be; beyond it nobody's table, and perhaps a bomb.
public enum WorkbookLimits {
  /// The most bytes that all parts unpack to, and the most that the cells of a sheet come to.
  public static let total = 4 << 30
  /// How many times its packed size a part may be, once it is larger than ``ratioFree``.
  public static let ratio = 250
  /// So many bytes may unpack from nearly nothing.
  public static let ratioFree = 16 << 20
  /// The most bytes of a cell; Excel's own are at most a tenth of it.
  public static let cell = 1 << 20
  /// The most bytes of a row.
  public static let row = 16 << 20
  /// The most columns, as of Excel.
  public static let columns = 16_384
  /// The most rows, as of Excel.
  public static let rows = 1_048_576
  /// The most different texts.
  public static let texts = 1 << 24
  /// The most parts in the zip.
  static let parts = 10_000
  /// How deep elements may be in each other.
  static let depth = 64
  /// The most bytes of one tag or comment.
  static let token = 2 << 20
  /// Shared texts beyond it lie in a temporary file.
  static let textsInMemory = 32 << 20
}
