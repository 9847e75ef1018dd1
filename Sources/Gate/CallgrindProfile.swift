// SPDX-License-Identifier: Apache-2.0

/// What callgrind wrote of a stretch of a run.
public struct CallgrindProfile: Equatable, Sendable {
    /// User instructions.
    public let instructions: Int
    /// Calls of the C library's allocators from outside of it.
    public let allocations: Int

    private static let allocators: Set<Substring> = [
        "malloc", "calloc", "realloc", "reallocarray", "posix_memalign", "memalign", "aligned_alloc",
    ]
    /// Allocators call each other, and these between them.
    private static let inner: Set<Substring> = ["_mid_memalign", "_mid_memalign.constprop.0", "__libc_memalign"]

    /// Nil where the text is no profile.
    public init?(_ text: String) {
        // Names are written in full once, "(12) malloc", and by their number from then on.
        var names: [Substring: Substring] = [:]
        func name(_ text: Substring) -> Substring {
            guard text.hasPrefix("("), let end = text.firstIndex(of: ")") else { return text }
            let number = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...].drop { $0 == " " }
            if !rest.isEmpty { names[number] = rest }
            return names[number] ?? rest
        }
        var caller: Substring = ""
        var callee: Substring = ""
        var total: Int?
        var calls = 0
        for line in text.split(separator: "\n") {
            if line.hasPrefix("fn=") {
                caller = name(line.dropFirst(3))
            } else if line.hasPrefix("cfn=") {
                callee = name(line.dropFirst(4))
            } else if line.hasPrefix("calls=") {
                guard Self.allocators.contains(callee), !Self.allocators.contains(caller), !Self.inner.contains(caller)
                else { continue }
                calls += Int(line.dropFirst(6).prefix { $0.isNumber }) ?? 0
            } else if line.hasPrefix("totals: ") {
                total = Int(line.dropFirst(8).prefix { $0.isNumber })
            }
        }
        guard let total else { return nil }
        instructions = total
        allocations = calls
    }
}
