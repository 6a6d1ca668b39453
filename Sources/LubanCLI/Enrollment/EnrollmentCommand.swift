import ArgumentParser

struct EnrollmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrollment", abstract: "Enrollments: history and changes.",
    subcommands: [
      EnrollmentList.self, EnrollmentChanges.self, EnrollmentShow.self, EnrollmentAdmit.self,
      EnrollmentWaitlist.self,
      EnrollmentReject.self,
      EnrollmentDecline.self, EnrollmentSuspend.self, EnrollmentResume.self, EnrollmentWithdraw.self,
      EnrollmentDismiss.self, EnrollmentComplete.self, EnrollmentTransfer.self, EnrollmentCorrect.self,
      EnrollmentReturn.self,
      EnrollmentImport.self,
    ])
}
