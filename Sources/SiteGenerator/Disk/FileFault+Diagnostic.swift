import Diagnostics
import Foundation

extension FileFault {
    /// Does something with the disk, and turns what fails into a diagnostic.
    package static func diagnosed<Value: ~Copyable>(
        root: String, _ body: () throws(FileFault) -> Value
    ) throws(DiagnosticError) -> Value {
        do {
            return try body()
        } catch {
            throw DiagnosticError(error.diagnostic(root: root))
        }
    }

    /// The fault as something to tell a person.
    /// - Parameter root: the site's folder; paths inside it are named relative to it.
    package func diagnostic(root: String) -> Diagnostic {
        let (id, reason, suggestion) = explanation
        return Diagnostic(
            id: id, severity: .error, file: path.relative(to: root), message: "cannot \(action): \(reason)",
            suggestion: suggestion)
    }

    private var explanation: (id: String, reason: String, suggestion: String) {
        switch code {
        case ENOSPC, EDQUOT: ("disk-full", "the disk is full", "Make room on it and run the command again.")
        case EFBIG:
            ("file-too-large", "the file would be larger than the system allows", "Raise the limit (ulimit -f).")
        case EACCES, EPERM:
            ("no-permission", "permission is missing", "Give yourself the right to it (ls -l shows whose it is).")
        case EROFS: ("read-only", "the disk is read-only", "Choose a folder on a disk that can be written.")
        case ENOENT: ("no-such-file", "it does not exist", "Check how the name is written.")
        case ENOTDIR:
            ("not-a-folder", "a file stands where a folder should be", "Move the file away or name another folder.")
        case EISDIR:
            ("not-a-file", "a folder stands where a file should be", "Move the folder away or name another file.")
        case EINVAL: ("not-a-file", "it is a pipe or a device, not a file", "Move it away or name another file.")
        case ENAMETOOLONG: ("name-too-long", "the name is longer than the system allows", "Choose a shorter one.")
        case ELOOP: ("link-loop", "its links lead in a circle", "Replace the link by the file itself.")
        case EMFILE, ENFILE: ("too-many-open-files", "too many files are open", "Raise the limit (ulimit -n).")
        case EXDEV: ("other-disk", "the two places lie on different disks", "Name a folder on the same disk.")
        case ENOTEMPTY, EEXIST: ("not-empty", "something else stands there", "Move it away.")
        default: ("file-fault", String(cString: strerror(code)), "Check the disk and run the command again.")
        }
    }
}
