// Part of Assay. SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CAssayLaunch.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

#ifdef __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset)
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, value)
#define REFUSE(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), ANSWER(SECCOMP_RET_ERRNO | EPERM)

// Offsets into struct seccomp_data; of an argument, its lower half.
#define NUMBER 0
#define ARCH 4
#define ARGUMENT 16

static const struct sock_filter filter[] = {
    LOAD(ARCH),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
    LOAD(NUMBER),
#ifdef __x86_64__
    // The x32 calls have numbers of their own and would slip past the list.
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    ANSWER(SECCOMP_RET_ERRNO | ENOSYS),
#endif
    // Sockets of the local machine (1), the Internet (2, 10), whose namespace is empty; none of any other family, some of
    // which know no namespaces.
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 6),
    LOAD(ARGUMENT),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 1, 3, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 2, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 10, 1, 0),
    ANSWER(SECCOMP_RET_ERRNO | EAFNOSUPPORT),
    ANSWER(SECCOMP_RET_ALLOW),
    // Other processes.
    REFUSE(SYS_ptrace), REFUSE(SYS_process_vm_readv), REFUSE(SYS_process_vm_writev), REFUSE(SYS_kcmp),
    REFUSE(438 /* pidfd_getfd */), REFUSE(440 /* process_madvise */), REFUSE(SYS_move_pages),
    REFUSE(SYS_migrate_pages),
    // File systems and namespaces.
    REFUSE(SYS_mount), REFUSE(SYS_umount2), REFUSE(SYS_pivot_root), REFUSE(SYS_chroot), REFUSE(SYS_setns),
    REFUSE(SYS_unshare), REFUSE(428 /* open_tree */), REFUSE(429 /* move_mount */), REFUSE(430 /* fsopen */),
    REFUSE(431 /* fsconfig */), REFUSE(432 /* fsmount */), REFUSE(433 /* fspick */), REFUSE(442 /* mount_setattr */),
    REFUSE(SYS_swapon), REFUSE(SYS_swapoff), REFUSE(SYS_quotactl), REFUSE(SYS_acct),
    REFUSE(SYS_name_to_handle_at), REFUSE(SYS_open_by_handle_at), REFUSE(SYS_fanotify_init),
    // The kernel itself.
    REFUSE(SYS_bpf), REFUSE(SYS_perf_event_open), REFUSE(SYS_userfaultfd), REFUSE(SYS_keyctl), REFUSE(SYS_add_key),
    REFUSE(SYS_request_key), REFUSE(SYS_kexec_load), REFUSE(SYS_init_module), REFUSE(SYS_finit_module),
    REFUSE(SYS_delete_module), REFUSE(SYS_reboot), REFUSE(SYS_syslog), REFUSE(SYS_personality),
    REFUSE(425 /* io_uring_setup */), REFUSE(426 /* io_uring_enter */), REFUSE(427 /* io_uring_register */),
    // Clocks and names.
    REFUSE(SYS_clock_settime), REFUSE(SYS_settimeofday), REFUSE(SYS_adjtimex), REFUSE(SYS_clock_adjtime),
    REFUSE(SYS_sethostname), REFUSE(SYS_setdomainname),
    // Memory that belongs to no process, so that no limit counts it.
    REFUSE(SYS_memfd_create), REFUSE(447 /* memfd_secret */), REFUSE(SYS_shmget), REFUSE(SYS_semget),
    REFUSE(SYS_msgget), REFUSE(SYS_mq_open),
    // New namespaces by way of a new process: its flags are an argument of clone, and out of sight for clone3, in whose
    // place the library then calls clone.
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 435 /* clone3 */, 0, 1),
    ANSWER(SECCOMP_RET_ERRNO | ENOSYS),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
    LOAD(ARGUMENT),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x7E020000, 0, 1),
    ANSWER(SECCOMP_RET_ERRNO | EPERM),
    ANSWER(SECCOMP_RET_ALLOW),
};

size_t assay_system_call_filter(const void **bytes) {
    *bytes = filter;
    return sizeof filter;
}

#else

size_t assay_system_call_filter(const void **bytes) {
    *bytes = NULL;
    return 0;
}

#endif
