import Corpus
import Diagnostics
import Foundation

/// Everything a build depends on, as it stands on the disk.
struct BuildInputs {
    /// A mark of the running program, whose theme and rules are inputs too.
    let programMark: UInt64
    /// Of the names, times and sizes of all, the program's too.
    let mark: String
    /// The folder of meetings, as it was looked through for that.
    let meetings: FolderWalk
    /// When the youngest file was written.
    private let youngest: FileStamp

    /// Looks at every input.
    /// - Parameter program: the path of the running program.
    init(of folder: SiteFolder, program: String? = Bundle.main.executablePath) throws(FileFault) {
        let program = try program.flatMap { path throws(FileFault) in try FileStamp(ofFileAt: path, folder.files) }
        var print = Fingerprint()
        print.add(program?.size ?? 0)
        print.add(program?.modified ?? 0)
        programMark = print.mark
        var writer = PackedWriter()
        var youngest = FileStamp.folder
        func add(_ stamp: FileStamp?, of name: String) {
            writer.write(name)
            writer.write(stamp)
            if let stamp, stamp.modified > youngest.modified { youngest = stamp }
        }
        writer.write(program)
        var meetings: FolderWalk?
        for path in folder.inputPaths {
            guard let real = realPath(path), let status = try folder.files.status(real) else { continue }
            guard status.kind == .folder else {
                add(FileStamp(status), of: path)
                continue
            }
            // The folders too, because a name that comes or goes changes the site.
            let walk = FolderWalk(path, of: folder)
            if path == folder.meetings { meetings = walk }
            for file in walk.files { add(file.stamp, of: file.name) }
            for name in walk.folders { add(.folder, of: name + "/") }
        }
        self.youngest = youngest
        self.meetings = meetings ?? FolderWalk(folder.meetings, of: folder)
        mark = SHA256.hex(of: writer.bytes)
    }

    /// Whether no later change of any of it can hide behind the same time.
    func isSettled(at now: Date) -> Bool { youngest.isSettled(at: now) }
}
