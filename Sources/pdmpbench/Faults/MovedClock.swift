// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A library that, put before a program, moves its wall clock and leaves the clock that measures durations alone, as
/// setting a machine's clock does. (libfaketime stops Foundation's run loops.)
enum MovedClock {
    private static let source = """
        #define _GNU_SOURCE
        #include <stdlib.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>

        static long offset(void) {
          const char *text = getenv("PDMPBENCH_CLOCK_OFFSET");
          return text ? atol(text) : 0;
        }

        int clock_gettime(clockid_t clock, struct timespec *now) {
          long answer = syscall(SYS_clock_gettime, clock, now);
          if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += offset();
          return (int)answer;
        }

        int gettimeofday(struct timeval *restrict now, void *restrict zone) {
          struct timespec exact;
          (void)zone;
          clock_gettime(CLOCK_REALTIME, &exact);
          now->tv_sec = exact.tv_sec;
          now->tv_usec = exact.tv_nsec / 1000;
          return 0;
        }

        time_t time(time_t *now) {
          struct timespec exact;
          clock_gettime(CLOCK_REALTIME, &exact);
          if (now) *now = exact.tv_sec;
          return exact.tv_sec;
        }

        """

    /// Builds the library in a folder; nil where there is no C compiler.
    static func build(in folder: URL) -> URL? {
        let (code, library) = (folder.appendingPathComponent("clock.c"), folder.appendingPathComponent("clock.so"))
        guard (try? Data(source.utf8).write(to: code)) != nil else { return nil }
        for compiler in ["cc", "clang"]
        where FaultHarness.shell([compiler, "-shared", "-fPIC", "-O1", "-o", library.path, code.path]) == 0 {
            return library
        }
        return nil
    }

    /// What a program sees whose clock is moved by so many years.
    static func environment(_ library: URL, years: Int) -> [String: String] {
        ["LD_PRELOAD": library.path, "PDMPBENCH_CLOCK_OFFSET": "\(years * 31_557_600)"]
    }
}
