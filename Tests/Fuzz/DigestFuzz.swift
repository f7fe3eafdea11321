import Foundation

/// What libFuzzer calls with each input it thinks of. A crash or a hang it sees by itself; a broken promise is told and
/// stops the program, so that it keeps that input as well.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneDigest(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let broken = ReadingPromises.broken(by: Array(UnsafeBufferPointer(start: start, count: count)))
    guard !broken.isEmpty else { return 0 }
    FileHandle.standardError.write(Data((broken.joined(separator: "\n") + "\n").utf8))
    abort()
}
