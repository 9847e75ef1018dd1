// SPDX-License-Identifier: Apache-2.0

import COpenSSL

/// SHA-256 through libcrypto, fed in pieces.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    public init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto offers no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let done = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(done == 1, "EVP_DigestUpdate failed")
    }

    /// Adds the UTF-8 of a text.
    public mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public consuming func hex() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let done = EVP_DigestFinal_ex(context, &digest, &length)
        precondition(done == 1 && length == 32, "EVP_DigestFinal failed")
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest of a text's UTF-8, 64 hexadecimal digits.
    public static func hex(of text: String) -> String {
        var hash = SHA256()
        hash.update(text)
        return hash.hex()
    }

    /// The digest of bytes, 64 hexadecimal digits.
    public static func hex(of bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hex()
    }
}

/// The name of a resolved specification: 64 hexadecimal digits.
public struct Fingerprint: Hashable, Codable, Sendable, CustomStringConvertible {
    /// 64 hexadecimal digits.
    public let hex: String
    /// The first 16 of them: what a report calls a run. Every number of a report names the runs behind it, so this is made
    /// once.
    public let id: String

    public init(hex: String) {
        self.hex = hex
        id = String(hex.prefix(16))
    }
    /// The digest of the value's canonical JSON.
    public init(of value: ConfigValue) { self.init(hex: SHA256.hex(of: value.canonicalJSON)) }
    public init(from decoder: any Decoder) throws {
        self.init(hex: try decoder.singleValueContainer().decode(String.self))
    }
    public static func == (a: Self, b: Self) -> Bool { a.hex == b.hex }
    public func hash(into hasher: inout Hasher) { hasher.combine(hex) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
    /// Enough digits for people.
    public var short: String { String(hex.prefix(12)) }
    public var description: String { hex }
}
