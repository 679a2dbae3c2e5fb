// Part of Assay. SPDX-License-Identifier: Apache-2.0

// Starting a program under limits, and the system calls that Swift cannot reach: what happens between fork and exec has to
// be C, since nothing there may allocate or take a lock.

#ifndef CASSAYLAUNCH_H
#define CASSAYLAUNCH_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A limit of the operating system on a process.
struct assay_limit {
    /// RLIMIT_CPU and so on.
    int resource;
    uint64_t soft;
    uint64_t hard;
};

/// RLIMIT_NPROC, which Swift does not see everywhere.
int assay_limit_of_processes(void);

/// What is started, and how.
struct assay_launch {
    /// The program's file.
    const char *path;
    /// Its arguments, ended by NULL.
    char *const *arguments;
    /// Its environment, ended by NULL.
    char *const *environment;
    /// The folder it starts in; NULL for the caller's.
    const char *folder;
    /// Descriptors of the caller: the one at index i is i in the program, all others are closed.
    const int *descriptors;
    size_t descriptor_count;
    const struct assay_limit *limits;
    size_t limit_count;
    /// The user and group that the program gets; 0 keeps the caller's. Needs root.
    uint32_t user;
    /// Where an `assay_usage` is written at the end; closed in the program.
    int usage;
};

/// What a program and all that it started have used.
struct assay_usage {
    double processor_seconds;
    /// Bytes of the largest process.
    uint64_t largest_process;
};

/// Starts a program in a session of its own, with all signals at their defaults.
///
/// It is killed when the calling thread ends, on Linux, and can never gain privileges there.
///
/// Returns the id of a process that stands between: it ends when the program and all that it left behind have ended, with
/// the program's exit code, or 128 and the number of the signal that ended it. SIGTERM makes it kill the program. Or -1 with the reason in `error` (an errno) and in `stage` what failed.
pid_t assay_launch(const struct assay_launch *launch, int *error, const char **stage);

/// A descriptor that becomes readable when the process ends; -1 where there is no such thing.
int assay_process_descriptor(pid_t process);

/// Sends a signal to the process of a descriptor; -1 where that fails.
int assay_signal_process(int process_descriptor, int number);

/// Starts a detached thread that calls `body` with `context`; 0, or an errno.
int assay_thread(void (*body)(uintptr_t context), uintptr_t context);

/// Two ends of a line on which messages stay whole and can carry descriptors; -1 where there is no such thing.
int assay_link(int ends[2]);

/// Sends a message with at most 64 descriptors; -1 where it cannot be sent whole.
int assay_link_send(int link, const void *bytes, size_t length, const int *descriptors, size_t count);

/// Waits for a message, and puts the descriptor that came with it, or -1, into `descriptor`.
///
/// Returns its length: 0 where the other end is closed, -1 where something is wrong.
ssize_t assay_link_receive(int link, void *bytes, size_t length, int *descriptor);

/// An anonymous file in memory; -1 where there is no such thing.
int assay_memory_file(void);

/// A seccomp filter as bytes, in a buffer that lives for ever; 0 where there is none for this processor.
///
/// It refuses what a program that is judged has no need of and what kernels have been broken with: tracing, mounts, keys,
/// BPF, io_uring, clocks, memory that no limit counts, and sockets other than those of the local machine.
size_t assay_system_call_filter(const void **bytes);

#endif
