/// Paths with letters that fold, by what they fold to: what a file system may hold for the same as another.
struct FoldedPaths: Sendable {
    private var paths: [OutputPath: OutputPath] = [:]

    mutating func add(_ path: OutputPath) {
        if let key = path.folded { paths[key] = path }
    }

    /// Another path that may be the same file.
    /// - Parameter isThere: whether a path that folds to itself is among those to look in.
    func twin(of path: OutputPath, where isThere: (OutputPath) -> Bool) -> OutputPath? {
        guard let key = path.folded else { return paths[path] }
        if isThere(key) { return key }
        return paths[key].flatMap { $0 == path ? nil : $0 }
    }

    func filter(_ stays: (OutputPath) -> Bool) -> FoldedPaths {
        var some = FoldedPaths()
        some.paths = paths.filter { stays($0.value) }
        return some
    }
}
