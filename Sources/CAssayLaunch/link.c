// Part of Assay. SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CAssayLaunch.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

#define MOST_DESCRIPTORS 64

int assay_link(int ends[2]) {
#ifdef __linux__
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
#else
    (void)ends;
    errno = ENOSYS;
    return -1;
#endif
}

int assay_link_send(int link, const void *bytes, size_t length, const int *descriptors, size_t count) {
    char space[CMSG_SPACE(sizeof(int) * MOST_DESCRIPTORS)];
    struct iovec part = {(void *)bytes, length};
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (count > MOST_DESCRIPTORS) {
        errno = EMFILE;
        return -1;
    }
    if (count > 0) {
        memset(space, 0, sizeof space);
        message.msg_control = space;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * count);
        memcpy(CMSG_DATA(header), descriptors, sizeof(int) * count);
    }
#ifdef MSG_NOSIGNAL
    int flags = MSG_NOSIGNAL;
#else
    int flags = 0;
#endif
    ssize_t sent;
    do {
        sent = sendmsg(link, &message, flags);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)length ? 0 : -1;
}

ssize_t assay_link_receive(int link, void *bytes, size_t length, int *descriptor) {
    char space[CMSG_SPACE(sizeof(int))];
    struct iovec part = {bytes, length};
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    *descriptor = -1;
#ifdef MSG_CMSG_CLOEXEC
    int flags = MSG_CMSG_CLOEXEC;
#else
    int flags = 0;
#endif
    ssize_t received;
    do {
        received = recvmsg(link, &message, flags);
    } while (received < 0 && errno == EINTR);
    if (received < 0) return -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS
        && header->cmsg_len == CMSG_LEN(sizeof(int))) {
        memcpy(descriptor, CMSG_DATA(header), sizeof(int));
    }
    return received;
}

int assay_signal_process(int process_descriptor, int number) {
#if defined(__linux__) && defined(SYS_pidfd_send_signal)
    return (int)syscall(SYS_pidfd_send_signal, process_descriptor, number, NULL, 0);
#else
    (void)process_descriptor;
    (void)number;
    errno = ENOSYS;
    return -1;
#endif
}

/// What a thread is to do.
struct work {
    void (*body)(uintptr_t context);
    uintptr_t context;
};

static void *start(void *argument) {
    struct work work = *(struct work *)argument;
    free(argument);
    work.body(work.context);
    return NULL;
}

int assay_thread(void (*body)(uintptr_t context), uintptr_t context) {
    struct work *work = malloc(sizeof *work);
    if (work == NULL) return ENOMEM;
    work->body = body;
    work->context = context;
    pthread_t thread;
    int error = pthread_create(&thread, NULL, start, work);
    if (error == 0) {
        pthread_detach(thread);
    } else {
        free(work);
    }
    return error;
}
