import Foundation

// Arguments: the Swift file to write, the folder that paths are relative to, then the files.
// Bytes travel as base64 string literals: unlike array literals they cost the compiler nothing.
let arguments = CommandLine.arguments
let base = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
var source = """
    /// Files carried inside the program: path relative to their folder, and content in base64.
    enum EmbeddedFiles {
        static let all: [(path: String, base64: String)] = [

    """
for file in arguments.dropFirst(3) {
    let content = try Data(contentsOf: URL(fileURLWithPath: file)).base64EncodedString()
    let path = file.hasPrefix(base) ? String(file.dropFirst(base.count)) : file
    source += "        (path: \"\(path)\", base64: \"\(content)\"),\n"
}
source += "    ]\n}\n"
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
