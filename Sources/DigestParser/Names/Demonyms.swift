/// The State behind an adjective: `the Syrian delegate`, `the Ukrainian representative`.
///
/// English makes most of them by ending; an adjective that no ending leads back to a State stays unread.
enum Demonyms {
    static func state(_ adjective: String, names: StateNames) -> String? {
        for ending in ["n", "an", "ian", "i", "ese", "ish", ""] where adjective.hasSuffix(ending) {
            let stem = adjective.dropLast(ending.utf8.count)
            guard stem.utf8.count >= 3 else { continue }
            for tail in ["", "a", "e", "y", "ey", "en", "on", "and", "ia"] where ending.utf8.count + tail.utf8.count > 0
            {
                if names.contains(stem + tail) { return stem + tail }
            }
        }
        return nil
    }
}
