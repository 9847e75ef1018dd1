// SPDX-License-Identifier: Apache-2.0
#include "gnuplot_shim.h"

#include <gnuplot-iostream.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

struct plot_session {
    pid_t child;
    std::unique_ptr<Gnuplot> stream;  // owns the pipe: its destructor closes it
};

extern char **environ;

namespace {
// What may change a figure is left out of the child's environment.
bool changes_figures(const char *variable) {
    for (const char *prefix : {"LC_", "LANG", "TZ=", "GNUPLOT_", "GDFONTPATH=", "SOURCE_DATE_EPOCH="})
        if (std::strncmp(variable, prefix, std::strlen(prefix)) == 0) return true;
    return false;
}
}  // namespace

plot_session *plot_begin(const char *program, const char *folder, const char *log, int *error) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return *error = errno, nullptr;
    std::vector<char *> variables;
    for (char **variable = environ; *variable; variable++)
        if (!changes_figures(*variable)) variables.push_back(*variable);
    char locale[] = "LC_ALL=C.UTF-8", zone[] = "TZ=UTC0", epoch[] = "SOURCE_DATE_EPOCH=946684800";
    variables.push_back(locale);
    variables.push_back(zone);
    variables.push_back(epoch);
    variables.push_back(nullptr);
    // -d: no start-up files; -: read commands from standard input.
    char *arguments[] = {const_cast<char *>(program), const_cast<char *>("-d"), const_cast<char *>("-"), nullptr};

    // Spawned, not forked: a program that holds 10⁵ records has many pages to copy.
    pid_t child = 0;
    posix_spawn_file_actions_t actions;
    *error = posix_spawn_file_actions_init(&actions);
    if (*error == 0) {
        for (int failure :
             {posix_spawn_file_actions_adddup2(&actions, ends[0], 0),
              posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0644),
              posix_spawn_file_actions_adddup2(&actions, 1, 2), posix_spawn_file_actions_addchdir_np(&actions, folder)})
            if (*error == 0) *error = failure;
        if (*error == 0) *error = posix_spawnp(&child, program, &actions, nullptr, arguments, variables.data());
        posix_spawn_file_actions_destroy(&actions);
    }
    close(ends[0]);
    if (*error != 0) {
        close(ends[1]);
        return nullptr;
    }
    try {
        FILE *file = fdopen(ends[1], "w");
        if (!file) throw std::bad_alloc();
        auto session = std::make_unique<plot_session>();
        session->child = child;
        session->stream = std::make_unique<Gnuplot>(file);
        return session.release();
    } catch (...) {
        close(ends[1]);
        waitpid(child, nullptr, 0);
        *error = ENOMEM;
        return nullptr;
    }
}

int plot_send(plot_session *session, const char *commands) {
    try {
        *session->stream << commands << "\n";
        session->stream->flush();
        return session->stream->good() ? 0 : -1;
    } catch (...) {
        return -1;
    }
}

int plot_end(plot_session *session) {
    try {
        session->stream.reset();
    } catch (...) {
        // The stream is gone either way; the exit status below tells what happened.
        errno = EPIPE;
    }
    int status = 0;
    pid_t ended;
    do ended = waitpid(session->child, &status, 0);
    while (ended < 0 && errno == EINTR);
    delete session;
    if (ended < 0) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
