import Diagnostics

/// The paths of an output, held so that no two of them can be the same file on any disk.
struct OutputAddresses: Sendable {
    private(set) var sizes: [OutputPath: Int] = [:]
    private var folded = FoldedPaths()
    private var folders: Set<OutputPath> = []
    /// The folder of the path that was added last, with the slash behind it: many follow from the same.
    private var last = ""

    init() {}

    /// - Parameter sizes: of files that stand side by side.
    init(sizes: [OutputPath: Int]) {
        self.sizes = sizes
        for path in sizes.keys { folded.add(path) }
    }

    /// Another path here that a file system may hold for the same file.
    func twin(of path: OutputPath) -> OutputPath? {
        folded.twin(of: path) { sizes[$0] != nil }
    }

    /// Adds a path; does nothing and says why when it, its like, or a file in place of its folders is here already.
    mutating func add(_ path: OutputPath, size: Int) -> Diagnostic? {
        // Put in first, which asks whether it is here already.
        if let known = sizes.updateValue(size, forKey: path) {
            sizes[path] = known
            return .twice(path)
        }
        if let fault = enter(path) {
            sizes[path] = nil
            return fault
        }
        folded.add(path)
        return nil
    }

    /// Adds the folders of a path; says why not where it is in the way of others, or one of them in its.
    private mutating func enter(_ path: OutputPath) -> Diagnostic? {
        if let twin = twin(of: path) { return .twins(path, twin) }
        if folders.contains(path) { return .fileAndFolder(path) }
        if !path.lies(in: last) {
            for folder in path.folders {
                if sizes[folder] != nil { return .fileAndFolder(folder) }
                if !folders.insert(folder).inserted { break }
            }
            last = path.folder.map { $0.text + "/" } ?? ""
        }
        return nil
    }
}

extension Diagnostic {
    static func twice(_ path: OutputPath) -> Diagnostic {
        sameAddress("two files are to be written to \"\(path.text)\"")
    }

    static func twins(_ a: OutputPath, _ b: OutputPath) -> Diagnostic {
        let (first, second) = a < b ? (a, b) : (b, a)
        return sameAddress(
            "\"\(first.text)\" and \"\(second.text)\" differ in letter case only: many disks hold them for one file")
    }

    static func fileAndFolder(_ path: OutputPath) -> Diagnostic {
        sameAddress("\"\(path.text)\" is to be a file and a folder")
    }

    private static func sameAddress(_ message: String) -> Diagnostic {
        Diagnostic(
            id: "same-address", severity: .error, message: message,
            suggestion: "Rename one of the two things they are made from.")
    }
}
