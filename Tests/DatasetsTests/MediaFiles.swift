// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Small media files, made once with FFmpeg and flac: pictures of 8 × 6 pixels (red rises by 30 a column, green by 40
/// a row, blue is 128), a second of red and a second of blue at 4 frames a second, and 200 samples in stereo.
enum MediaFiles {
    static let jpeg = decode(
        """
        /9j//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJ
        CQoKCgwMCwsODg4RERT/xABlAAEBAAAAAAAAAAAAAAAAAAAEBgEBAQEAAAAAAAAAAAAAAAAABQMEEAAABAcBAAAAAAAAAAAAAAAA
        QQYDQiEH0YEBBSIRAAECBQUBAAAAAAAAAAAAAAAGBUEy4QcEkYFDQiMi/8AAEQgABgAIAwESAAISAAMSAP/aAAwDAQACEQMRAD8A
        MlqV83xNoi3YVqWgwKu6vyvqfWoM8djLbteZvjPCNQC3fDsf/9k=
        """)
    static let png = decode(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAACXBIWXMAAAAAAAAAAQCEeRdzAAAAY0lEQVR4nA3JIQEAQQhFQZKg
        CbEh0Jvky5cCTYgNgSbR3dgxM9w4xjVklPGMNcwCD05wAwUVvGDjj8STk9xESSUv2fxDuDjiCokST6z+aLw5zW3UVPOa7T8GH85w
        Bw01vGGHD8x/PnFB5PEWAAAAAElFTkSuQmCC
        """)
    static let flac = decode(
        """
        ZkxhQwAAACIQABAAAADuAADuAfQC8AAAAMife2KYEJyP9oyJ7NvMYmRMAwAAEgAAAAAAAAAAAAAAAAAAAAAAyIQAACggAAAAcmVm
        ZXJlbmNlIGxpYkZMQUMgMS40LjIgMjAyMjEwMjIAAAAA//hkmADHEUoH0AYyBB6idnFcILOG0IUTLHng6dEg7AEhVQcQOJRRhzfq
        he7Hk+SkJBowhKCFYkgioEOMNcG5olI5SOfOthzDmg4lLEOqFjpa2RBKGpCYIUSY0KDTUCWDJEIcIdyF5SBcgsMeyQtYX7nb2JiJ
        A3MaYEWhChnYRQRTDKQb4woY6sFSlWIngweDp4WFpXwoZH3AFERESERCQoCwoSSKWWvIyOn790GI8nyYmikhQiRCRCQSQSISSFRZ
        MuunPQ56HkOXastCxIkQkIkISIhEhFESxapNXNNpmjINbTU0slCyFhIiIQALqQ==
        """)
    /// FFV1, lossless.
    static let matroska = decode(
        """
        GkXfo6NChoEBQveBAULygQRC84EIQoKIbWF0cm9za2FCh4EEQoWBAhhTgGcBAAAAAAACsBFNm3TAv4RjQyy0TbuLU6uEFUmpZlOs
        gaFNu4tTq4QWVK5rU6yBzE27jFOrhBJUw2dTrIIBWU27jFOrhBxTu2tTrIIClOwBAAAAAAAAUwAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAFUmpZqa/hJQWulIq
        17GDD0JATYCETGF2ZldBhExhdmZEiYhAn0AAAAAAABZUrmtAh7+Ey6qZAq4BAAAAAAAAeNeBAXPFiAAAAAAAAAABnIEAIrWcg3Vu
        ZIiBAIOBASPjg4QO5rKAho9WX01TL1ZGVy9GT1VSQ0PglLCBELqBEJqBAlWwiFWxgQBVuYECY6KoKAAAABAAAAAQAAAAAQAYAEZG
        VjEAAwAAAAAAAAAAAAAAAAAAAAAAABJUw2fVv4Q5u7TJc3PMY8CLY8WIAAAAAAAAAAFnyJZFo4dFTkNPREVSRIeJTGF2YyBmZnYx
        Z8iiRaOIRFVSQVRJT05Eh5QwMDowMDowMi4wMDAwMDAwMDAAAB9DtnVA27+EwLuyNueBAKOtgQAAgJIFMQBA0nJIRUWtVMalya1L
        ePGJAAHGV/+AA+n/EAlf/z/n///////Ao5aBAPoAAD1//w/f+IH//7/v//////+Ao5aBAfQAADx//w+/+IL//7/v//////+Ao5WB
        Au4AADt//w+f+IP///////////6jlYED6AAAOn//Q3//D3//////////4KOVgQTiAAA5f/9E//8PX//////////go5WBBdwAADh/
        /0X//w8//////////+CjlYEG1gAAN3//Rv//Dx//////////4BxTu2uXv4SHSlc3u4+zgQC3iveBAfGCAbPwgQk=
        """)
    /// H.264.
    static let mp4 = decode(
        """
        AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAAIZnJlZQAAAzRtZGF0AAACrQYF//+p3EXpvebZSLeWLNgg2SPu73gy
        NjQgLSBjb3JlIDE2NCByMzA5NSBiYWVlNDAwIC0gSC4yNjQvTVBFRy00IEFWQyBjb2RlYyAtIENvcHlsZWZ0IDIwMDMtMjAyMiAt
        IGh0dHA6Ly93d3cudmlkZW9sYW4ub3JnL3gyNjQuaHRtbCAtIG9wdGlvbnM6IGNhYmFjPTEgcmVmPTMgZGVibG9jaz0xOjA6MCBh
        bmFseXNlPTB4MzoweDExMyBtZT1oZXggc3VibWU9NyBwc3k9MSBwc3lfcmQ9MS4wMDowLjAwIG1peGVkX3JlZj0xIG1lX3Jhbmdl
        PTE2IGNocm9tYV9tZT0xIHRyZWxsaXM9MSA4eDhkY3Q9MSBjcW09MCBkZWFkem9uZT0yMSwxMSBmYXN0X3Bza2lwPTEgY2hyb21h
        X3FwX29mZnNldD0tMiB0aHJlYWRzPTEgbG9va2FoZWFkX3RocmVhZHM9MSBzbGljZWRfdGhyZWFkcz0wIG5yPTAgZGVjaW1hdGU9
        MSBpbnRlcmxhY2VkPTAgYmx1cmF5X2NvbXBhdD0wIGNvbnN0cmFpbmVkX2ludHJhPTAgYmZyYW1lcz0zIGJfcHlyYW1pZD0yIGJf
        YWRhcHQ9MSBiX2JpYXM9MCBkaXJlY3Q9MSB3ZWlnaHRiPTEgb3Blbl9nb3A9MCB3ZWlnaHRwPTIga2V5aW50PTI1MCBrZXlpbnRf
        bWluPTQgc2NlbmVjdXQ9NDAgaW50cmFfcmVmcmVzaD0wIHJjX2xvb2thaGVhZD00MCByYz1jcmYgbWJ0cmVlPTEgY3JmPTIzLjAg
        cWNvbXA9MC42MCBxcG1pbj0wIHFwbWF4PTY5IHFwc3RlcD00IGlwX3JhdGlvPTEuNDAgYXE9MToxLjAwAIAAAAAVZYiEABL//ujJ
        /MsrL+PUN7NGKbNNAAAACEGaI2xBD/7gAAAACEGeQXiCP6aBAAAACAGeYmpBD6uAAAAAFmWIggAFf/7sz34FNyA8i/WUCHS1b4EA
        AAAIQZojbEEP/uEAAAAIQZ5BeII/poEAAAAIAZ5iakEPq4EAAANobW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAB9AAAQAA
        AQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AgAAArd0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAB9AAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAB
        AAAAAAAAAAAAAAAAAABAAAAAABAAAAAQAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAAfQAAAgAAABAAAAAAIvbWRpYQAAACBt
        ZGhkAAAAAAAAAAAAAAAAAABAAAAAgABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAAB
        2m1pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAAZpzdGJsAAAAvnN0
        c2QAAAAAAAAAAQAAAK5hdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAABAAEABIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAA
        AAAAAAAAAAAAAAAAAAAAAAAAGP//AAAANGF2Y0MBZAAK/+EAF2dkAAqs2V7ARAAAAwAEAAADACA8SJZYAQAGaOvjyyLA/fj4AAAA
        ABBwYXNwAAAAAQAAAAEAAAAUYnRydAAAAAAAAAywAAAMsAAAABhzdHRzAAAAAAAAAAEAAAAIAAAQAAAAABhzdHNzAAAAAAAAAAIA
        AAABAAAABQAAAEBjdHRzAAAAAAAAAAYAAAABAAAgAAAAAAEAAEAAAAAAAgAAEAAAAAABAAAgAAAAAAEAAEAAAAAAAgAAEAAAAAAc
        c3RzYwAAAAAAAAABAAAAAQAAAAgAAAABAAAANHN0c3oAAAAAAAAAAAAAAAgAAALKAAAADAAAAAwAAAAMAAAAGgAAAAwAAAAMAAAA
        DAAAABRzdGNvAAAAAAAAAAEAAAAwAAAAPXVkdGEAAAA1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAbWRpcmFwcGwAAAAAAAAAAAAA
        AAAIaWxzdA==
        """)

    /// The picture as PPM, which has no compression.
    static let ppm: [UInt8] = {
        var bytes = Array("P6\n8 6\n255\n".utf8)
        for row in 0..<6 { for column in 0..<8 { bytes += [UInt8(30 * column), UInt8(40 * row), 128] } }
        return bytes
    }()

    /// The numbers of the picture.
    static var pixels: [UInt8] { Array(ppm.suffix(8 * 6 * 3)) }

    /// What the FLAC file holds, as a WAV file does.
    static let samples: [Int16] = {
        var samples: [Int16] = []
        for index in 0..<200 {
            let time = Double(index)
            samples += [Int16(8000 * sin(0.3 * time)), Int16(-4000 * cos(0.1 * time))]
        }
        return samples
    }()

    private static func decode(_ text: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }

    /// An archive of members; an ending of two empty blocks.
    static func tar(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, content) in members {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, _ place: Int) {
                header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
            }
            put(String(name.prefix(100)), 0)
            put("0000644", 100)
            let octal = String(content.count, radix: 8)
            put(String(repeating: "0", count: 11 - octal.count) + octal, 124)
            put("0", 156)
            put("ustar", 257)
            put(String(repeating: " ", count: 8), 148)
            let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
            put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", 148)
            bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
        }
        return bytes + [UInt8](repeating: 0, count: 1024)
    }
}
