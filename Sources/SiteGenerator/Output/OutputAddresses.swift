import Diagnostics

/// The paths of an output, held so that no two of them can be the same file on any disk.
struct OutputAddresses: Sendable {
    private(set) var sizes: [OutputPath: Int] = [:]
    /// Paths with letters that fold, by what they fold to.
    private var folded: [OutputPath: OutputPath] = [:]
    private var folders: Set<OutputPath> = []
    /// The folder of the path that was added last, with the slash behind it: many follow from the same.
    private var last = ""

    init() {}

    /// - Parameter count: how many paths are expected.
    init(expecting count: Int) { sizes.reserveCapacity(count) }

    init(_ manifest: OutputManifest) {
        sizes = manifest.sizes
        for path in sizes.keys { if let key = path.folded { folded[key] = path } }
    }

    /// Another path here that a file system may hold for the same file.
    func twin(of path: OutputPath) -> OutputPath? {
        guard let key = path.folded else { return folded[path] }
        if sizes[key] != nil { return key }
        return folded[key].flatMap { $0 == path ? nil : $0 }
    }

    /// Adds a path; does nothing and says why when it, its like, or a file in place of its folders is here already.
    mutating func add(_ path: OutputPath, size: Int) -> Diagnostic? {
        if sizes[path] != nil { return fault("two files are to be written to \"\(path.text)\"") }
        if let twin = twin(of: path) {
            let (first, second) = path < twin ? (path, twin) : (twin, path)
            return fault(
                "\"\(first.text)\" and \"\(second.text)\" differ in letter case only: many disks hold them for one file"
            )
        }
        if folders.contains(path) { return fault("\"\(path.text)\" is to be a file and a folder") }
        if !path.lies(in: last) {
            for folder in path.folders {
                if sizes[folder] != nil { return fault("\"\(folder.text)\" is to be a file and a folder") }
                if !folders.insert(folder).inserted { break }
            }
            last = path.folder.map { $0.text + "/" } ?? ""
        }
        sizes[path] = size
        if let key = path.folded { folded[key] = path }
        return nil
    }

    private func fault(_ message: String) -> Diagnostic {
        Diagnostic(
            id: "same-address", severity: .error, message: message,
            suggestion: "Rename one of the two things they are made from.")
    }
}
