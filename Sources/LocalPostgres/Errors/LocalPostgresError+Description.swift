import Messages

extension LocalPostgresError: SaidError {
  /// What happened, where, and how to mend it.
  public var said: Message {
    switch self {
    case .noHome, .unusablePath, .socketPathTooLong, .socketFolderUnsafe: placeDescription
    case .serverMissing, .versionMissing, .serverTooOld: installationDescription
    case .unreachable, .belongsToAnother, .accountWithoutName, .noServerAccount: accountDescription
    default: serverDescription
    }
  }

  private var placeDescription: Message {
    switch self {
    case .noHome(let variables):
      """
      There is no place for the local database: \(variables.joined(separator: ", ")) hold no absolute path.
      Set \(variables.first ?? "HOME") to a folder of yours.
      """
    case .unusablePath(let path):
      """
      The path \(path) holds a comma or a line break, which PostgreSQL can't take in a folder's name. \
      Rename it.
      """
    case .socketPathTooLong(let path, let bytes, let limit, let variable):
      """
      The path of the database's socket is \(bytes) bytes long; the system allows \(limit): \(path)
      Set \(variable) to a folder with a shorter path, or unset it.
      """
    case .socketFolderUnsafe(let path, let reason, let variable):
      """
      The folder of the database's socket can't be trusted: \(path) \(reason).
      Remove it if it is yours, or set \(variable) to a folder that only you can write to.
      """
    default: ""
    }
  }

  private var installationDescription: Message {
    switch self {
    case .serverMissing(let searched, let package, let variable):
      """
      The PostgreSQL server is not installed (looked in \(searched.joined(separator: ", "))).
      Install it: apt-get install \(package)
      If it is elsewhere, set \(variable) to the folder that holds its programs initdb and postgres.
      """
    case .versionMissing(let cluster, let installed, let dataFolder, let package):
      """
      The local database in \(dataFolder) is of PostgreSQL \(cluster), \
      and only \(installed.map(String.init).joined(separator: ", ")) is installed here.
      Install the server of its version: apt-get install \(package)
      To move to a newer version, have both installed and run pg_upgrade, or restore a backup into a new one.
      """
    case .serverTooOld(let found, let needed, let package):
      """
      The newest PostgreSQL server here is version \(found); \(needed) or newer is needed.
      Install it: apt-get install \(package)
      """
    default: ""
    }
  }

  private var accountDescription: Message {
    switch self {
    case .unreachable(let folder, let account, let variable):
      """
      The database's server runs as \(account), who can't enter \(folder).
      Let others pass (chmod o+x \(folder.shellQuoted)), or set \(variable) to a folder outside it.
      """
    case .belongsToAnother(let folder, let user):
      "The local database in \(folder) belongs to user number \(user). Call as that user, or as root."
    case .accountWithoutName(let user):
      """
      User number \(user) has no name on this machine, and PostgreSQL knows callers by name.
      Add the account to /etc/passwd (in a container: run as a user that is there).
      """
    case .noServerAccount(let tried):
      """
      PostgreSQL does not run as root, and none of the accounts \(tried.joined(separator: ", ")) is here.
      Add one (useradd --system \(tried.first ?? "postgres")), or call as another user.
      """
    default: ""
    }
  }
}
