// Part of Assay. SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CAssayLaunch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

/// What the child tells of its failure.
struct failure {
    int error;
    int stage;
};

static const char *const stages[] = {
    "duplicating descriptors", "changing the user", "setting limits", "changing the folder", "starting the program",
    "making a process",
};

static _Noreturn void fail(int report, int stage) {
    struct failure failure = {errno, stage};
    ssize_t ignored = write(report, &failure, sizeof failure);
    (void)ignored;
    _exit(127);
}

static void close_from(int first, int except) {
#ifdef SYS_close_range
    // Two ranges around the report, which closes itself when the program starts.
    int lower = except > first ? syscall(SYS_close_range, first, except - 1, 0) == 0 : 1;
    if (lower && syscall(SYS_close_range, except + 1, ~0U, 0) == 0) return;
#endif
    long limit = sysconf(_SC_OPEN_MAX);
    if (limit < 0 || limit > 65536) limit = 65536;
    for (int descriptor = first; descriptor < limit; descriptor++) {
        if (descriptor != except) close(descriptor);
    }
}

static int become(uint32_t user) {
#ifdef __linux__
    // The bare calls: the library's own would stop all threads of the caller.
    if (syscall(SYS_setgroups, 0, NULL) != 0) return -1;
    if (syscall(SYS_setresgid, user, user, user) != 0) return -1;
    return (int)syscall(SYS_setresuid, user, user, user);
#else
    if (setgid(user) != 0) return -1;
    return setuid(user);
#endif
}

static _Noreturn void run(const struct assay_launch *launch, int report) {
    // First out of the way of the numbers that they are to have, then to these numbers.
    int count = (int)launch->descriptor_count;
    int moved[64];
    if (count > 64) {
        errno = EMFILE;
        fail(report, 0);
    }
    if (report < count + 64) {
        report = fcntl(report, F_DUPFD_CLOEXEC, count + 64);
        if (report < 0) _exit(127);
    }
    for (int index = 0; index < count; index++) {
        moved[index] = fcntl(launch->descriptors[index], F_DUPFD_CLOEXEC, count);
        if (moved[index] < 0) fail(report, 0);
    }
    for (int index = 0; index < count; index++) {
        if (dup2(moved[index], index) < 0) fail(report, 0);
    }
    close_from(count, report);

    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();

    if (launch->user != 0 && become(launch->user) != 0) fail(report, 1);
#ifdef __linux__
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#endif
    for (size_t index = 0; index < launch->limit_count; index++) {
        const struct assay_limit *limit = &launch->limits[index];
        struct rlimit value, old;
        if (getrlimit(limit->resource, &old) != 0) fail(report, 2);
        value.rlim_cur = limit->soft < old.rlim_max ? limit->soft : old.rlim_max;
        value.rlim_max = limit->hard < old.rlim_max ? limit->hard : old.rlim_max;
        // Not every system knows every limit; the caller watches memory itself as well.
        if (setrlimit(limit->resource, &value) != 0 && errno != EINVAL) fail(report, 2);
    }
    if (launch->folder != NULL && chdir(launch->folder) != 0) fail(report, 3);
    execve(launch->path, launch->arguments, launch->environment);
    fail(report, 4);
}

/// The program of a reaper, for its signal handler.
static volatile sig_atomic_t watched;

static void end_program(int number) {
    (void)number;
    if (watched > 0) kill((pid_t)watched, SIGKILL);
}

/// Kills what is left of a program's processes, which the system has made children of the reaper.
static void end_rest(pid_t program) {
    kill(-program, SIGKILL);
#ifdef __linux__
    char text[4096];
    int list = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    if (list < 0) return;
    ssize_t length = read(list, text, sizeof text);
    close(list);
    pid_t process = 0;
    for (ssize_t index = 0; index < length; index++) {
        if (text[index] >= '0' && text[index] <= '9') {
            process = process * 10 + (text[index] - '0');
        } else {
            if (process > 0) kill(process, SIGKILL);
            process = 0;
        }
    }
#endif
}

/// A process of its own between the caller and the program: whatever the program leaves behind becomes its child, is
/// killed, and is waited for, so that nothing is left, not even a zombie, when it ends.
static _Noreturn void reap(const struct assay_launch *launch, int report) {
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    setsid();
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
#endif
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = end_program;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, NULL);

    pid_t program = fork();
    if (program == 0) run(launch, report);
    if (program < 0) fail(report, 5);
    watched = program;
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &ends, NULL);
    // None of the caller's pipes may stay open here.
    close_from(0, launch->usage);

    int status = 0, ended = 0;
    for (;;) {
        int state;
        pid_t process = waitpid(-1, &state, 0);
        if (process < 0 && errno == EINTR) continue;
        if (process < 0) break;
        if (process == program) {
            status = state;
            ended = 1;
            watched = 0;
        }
        if (ended) end_rest(program);
    }
    struct assay_usage usage = {0, 0};
    struct rusage used;
    if (getrusage(RUSAGE_CHILDREN, &used) == 0) {
        usage.processor_seconds = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
            + (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
#ifdef __linux__
        usage.largest_process = (uint64_t)used.ru_maxrss * 1024;
#else
        usage.largest_process = (uint64_t)used.ru_maxrss;
#endif
    }
    ssize_t ignored = write(launch->usage, &usage, sizeof usage);
    (void)ignored;
    _exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

pid_t assay_launch(const struct assay_launch *launch, int *error, const char **stage) {
    int report[2];
    *stage = "making a pipe";
    if (pipe(report) != 0) {
        *error = errno;
        return -1;
    }
    fcntl(report[0], F_SETFD, FD_CLOEXEC);
    fcntl(report[1], F_SETFD, FD_CLOEXEC);
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t process = fork();
    if (process == 0) reap(launch, report[1]);
    int reason = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(report[1]);
    if (process < 0) {
        *stage = stages[5];
        *error = reason;
        close(report[0]);
        return -1;
    }
    struct failure failure;
    ssize_t length;
    do {
        length = read(report[0], &failure, sizeof failure);
    } while (length < 0 && errno == EINTR);
    close(report[0]);
    if (length == 0) return process;
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {
    }
    int known = length == (ssize_t)sizeof failure && failure.stage >= 0 && failure.stage < 6;
    *error = known ? failure.error : EIO;
    *stage = known ? stages[failure.stage] : stages[4];
    return -1;
}

int assay_limit_of_processes(void) {
    return (int)RLIMIT_NPROC;
}

int assay_process_descriptor(pid_t process) {
#if defined(__linux__) && defined(SYS_pidfd_open)
    return (int)syscall(SYS_pidfd_open, process, 0);
#else
    (void)process;
    return -1;
#endif
}

int assay_memory_file(void) {
#if defined(__linux__) && defined(SYS_memfd_create)
    return (int)syscall(SYS_memfd_create, "assay", 1U /* close on exec */);
#else
    return -1;
#endif
}
