import Corpus
import Diagnostics
import Foundation

/// Everything a build depends on, as it stands on the disk.
struct BuildInputs: Codable, Equatable {
    /// The program itself, whose theme and rules are inputs too.
    private let program: FileStamp?
    /// By path; the folders too, because a name that comes or goes changes the site.
    private var stamps: [String: FileStamp] = [:]

    /// A mark of the running program.
    var programMark: UInt64 {
        var print = Fingerprint()
        print.add(program?.size ?? 0)
        print.add(program?.modified ?? 0)
        return print.mark
    }

    /// Looks at every input.
    /// - Parameter program: the path of the running program.
    init(of folder: SiteFolder, program: String? = Bundle.main.executablePath) throws(FileFault) {
        self.program = try program.flatMap { path throws(FileFault) in try FileStamp(ofFileAt: path, folder.files) }
        for path in folder.inputPaths {
            guard let real = realPath(path), let status = try folder.files.status(real) else { continue }
            guard status.kind == .folder else {
                stamps[path] = FileStamp(status)
                continue
            }
            let walk = FolderWalk(path, of: folder)
            for file in walk.files { stamps[file.name] = try FileStamp(ofFileAt: file.location, folder.files) }
            for name in walk.folders { stamps[name + "/"] = FileStamp.folder }
        }
    }

    /// Whether no later change of any of it can hide behind the same time.
    func isSettled(at now: Date) -> Bool { stamps.values.allSatisfy { $0.isSettled(at: now) } }
}
