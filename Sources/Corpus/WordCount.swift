/// The length of a text: runs of anything but white space (no-break spaces are white space).
enum WordCount {
    static func of(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var words = 0
            var inWord = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte <= 0x20, byte == 0x20 || (0x09...0x0D).contains(byte) {
                    inWord = false
                } else if byte == 0xC2, index < bytes.count, bytes[index] == 0xA0 {
                    inWord = false
                    index += 1
                } else if !inWord {
                    inWord = true
                    words += 1
                }
            }
            return words
        }
    }
}
