// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The warm interpreter: it makes a sandbox of its own for each request, see `WarmPool`.
enum PythonTemplate {
    /// The text.
    static let text = #"""
        # The warm interpreter from which sandboxes are made. It lives in a sandbox itself, holds no program and no test, and never
        # runs one. For each request it makes a process in new namespaces of all kinds, which becomes a sandbox of its own: with new
        # mounts, without any right, under the filter of system calls. No two requests share one.
        UID, GID = os.getuid(), os.getgid()
        NAMESPACES = 0x00020000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000
        NO_SUID, NO_DEVICES, NO_PROGRAMS, READ_ONLY, REMOUNT, BIND, ALL_BELOW = 2, 4, 8, 1, 32, 4096, 16384


        def checked(value, what):
            if value < 0: raise OSError(ctypes.get_errno(), '%s: %s' % (what, os.strerror(ctypes.get_errno())))
            return value


        def process_in_new_namespaces():
            # clone3 has the same number on all processors.
            words, descriptor = (ctypes.c_uint64 * 8)(), ctypes.c_int(-1)
            words[0], words[1], words[4] = NAMESPACES | 0x1000, ctypes.addressof(descriptor), 17
            python = ctypes.pythonapi
            python.PyOS_BeforeFork()
            pid = LIBC.syscall(435, words, ctypes.c_size_t(64))
            error = ctypes.get_errno()
            if pid == 0: python.PyOS_AfterFork_Child()
            else: python.PyOS_AfterFork_Parent()
            if pid < 0: raise OSError(error, 'new namespaces: %s' % os.strerror(error))
            return pid, descriptor.value


        def mount(source, target, kind, flags, options=None):
            checked(LIBC.mount(source, target, kind, ctypes.c_ulong(flags), options), 'mounting %s' % target.decode())


        def write(path, text):
            descriptor = os.open(path, os.O_WRONLY)
            try: os.write(descriptor, text)
            finally: os.close(descriptor)


        def furnish(job):
            # Here the process has all rights over its own namespaces, and none over any other.
            write('/proc/self/setgroups', b'deny')
            write('/proc/self/uid_map', b'1000 %d 1' % UID)
            write('/proc/self/gid_map', b'1000 %d 1' % GID)
            safe = NO_SUID | NO_DEVICES
            mount(b'proc', b'/proc', b'proc', safe | NO_PROGRAMS)
            write('/proc/sys/user/max_user_namespaces', b'0')
            for name in (b'sys', b'sysrq-trigger', b'irq', b'bus'):
                place = b'/proc/' + name
                if not os.path.exists(place): continue
                mount(place, place, None, BIND | ALL_BELOW)
                mount(b'none', place, None, BIND | REMOUNT | READ_ONLY | safe | NO_PROGRAMS)
            mount(b'devpts', b'/dev/pts', b'devpts', NO_SUID | NO_PROGRAMS, b'newinstance,ptmxmode=0666,mode=620')
            mount(b'tmpfs', b'/dev/shm', b'tmpfs', safe, b'mode=0755,size=%d' % min(job['scratch'], 16 << 20))
            mount(b'tmpfs', b'/tmp', b'tmpfs', safe, b'mode=0755,size=%d,nr_inodes=%d' % (job['scratch'], job['entries'] + 100))
            os.mkdir('/tmp/run', 0o755)
            os.chdir('/tmp/run')


        def give_up_rights(job, filter):
            import resource
            for limit, soft, hard in job['limits']:
                most = resource.getrlimit(limit)[1]
                if most != resource.RLIM_INFINITY: soft, hard = min(soft, most), min(hard, most)
                resource.setrlimit(limit, (soft, hard))
            for right in range(64):
                if LIBC.prctl(24, right, 0, 0, 0) != 0: break
            checked(LIBC.prctl(47, 4, 0, 0, 0), 'clearing ambient rights')
            checked(LIBC.capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()), 'dropping rights')
            checked(LIBC.prctl(38, 1, 0, 0, 0), 'keeping from new rights')
            can_be_traced(False)
            if filter:
                text = ctypes.create_string_buffer(filter, len(filter))
                words = (ctypes.c_uint64 * 2)(len(filter) // 8, ctypes.addressof(text))
                checked(LIBC.prctl(22, 2, words, 0, 0), 'filtering system calls')


        def place_files(job, descriptors):
            for name, descriptor, is_program in zip(job['files'], descriptors, job['programs']):
                if '/' in name: os.makedirs(os.path.dirname(name), exist_ok=True)
                with open(name, 'wb') as file:
                    while True:
                        part = os.read(descriptor, 1 << 20)
                        if not part: break
                        file.write(part)
                if is_program: os.chmod(name, 0o755)


        def tenant(job, descriptors, filter):
            report = descriptors[5]
            try:
                os.set_inheritable(report, False)
                furnish(job)
                place_files(job, descriptors[6:])
                for number in range(5): os.dup2(descriptors[number], number)
                os.dup2(report, 5, inheritable=False)
                report = 5
                os.closerange(6, 4096)
                give_up_rights(job, filter)
                if job['role'] == 'program':
                    start_program(job)
                else:
                    # The reader sees the sandbox's end by the end of this pipe, whose other holder is outside.
                    os.close(report)
                    main(job['role'])
            except BaseException as error:
                try: os.write(report, dumps({'failure': '%s: %s' % (type(error).__name__, error)}) + b'\n')
                except OSError: pass
                os._exit(70)
            os._exit(71)


        def start_program(job):
            program = os.fork()
            if program == 0:
                os.setsid()
                can_be_traced(True)
                signal.signal(signal.SIGPIPE, signal.SIG_DFL)
                signal.signal(25, signal.SIG_DFL)
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                os.execve(job['command'][0], job['command'], job['environment'])
            # The first process of a sandbox: with its end all others end. Of all inside it alone holds the report's pipe.
            os.closerange(0, 5)
            while True:
                ended, status = os.waitpid(-1, 0)
                if ended == program: break
            # A program may fill its folder faster than anyone outside looks at it.
            used = os.statvfs('/tmp')
            if used.f_files - used.f_ffree > job['entries']: os.write(5, b'{"files":%d}\n' % (used.f_files - used.f_ffree))
            os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


        def template():
            import gc, select, socket, resource
            import bisect, collections, copy, datetime, functools, heapq, itertools, json, math, operator, random, re, string, typing
            python = ctypes.pythonapi
            for name in ('PyOS_BeforeFork', 'PyOS_AfterFork_Child', 'PyOS_AfterFork_Parent'):
                getattr(python, name).restype = None
            with open('/tmp/run/filter', 'rb') as file: filter = file.read()
            link = _socket.socket(fileno=3)
            os.dup2(0, 4)
            running, poller = {}, select.poll()
            poller.register(3, select.POLLIN)
            link.send(b'{"ready":true}')
            gc.collect()
            gc.freeze()
            while True:
                for descriptor, what in poller.poll():
                    if descriptor in running:
                        finish(poller, descriptor, *running.pop(descriptor))
                        continue
                    try: data, extra, _, _ = link.recvmsg(1 << 17, _socket.CMSG_LEN(4 * 64))
                    except OSError: os._exit(0)
                    received = [n for _, _, part in extra for n in unpack('%di' % (len(part) // 4), part[:len(part) // 4 * 4])]
                    # The end of the caller is the end of all.
                    if not data: os._exit(0)
                    try:
                        job = loads(data)
                        if len(received) != 6 + len(job['files']): raise OSError(0, 'descriptors are missing')
                        pid, end = process_in_new_namespaces()
                    except Exception as error:
                        for number in received: os.close(number)
                        link.send(dumps({'failure': str(error)}))
                        continue
                    if pid == 0:
                        link.detach()
                        tenant(job, received, filter)
                    for number in received[:5] + received[6:]: os.close(number)
                    running[end] = pid, received[5]
                    poller.register(end, select.POLLIN)
                    link.sendmsg([b'{}'], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, pack('i', end))])


        def finish(poller, end, pid, report):
            # When the first process can be waited for, the kernel has ended all others of its sandbox.
            poller.unregister(end)
            _, status, usage = os.wait4(pid, 0)
            code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            record = {'exit-code': code, 'microseconds': int(1e6 * (usage.ru_utime + usage.ru_stime)),
                      'kibibytes': usage.ru_maxrss}
            try: os.write(report, dumps(record) + b'\n')
            except OSError: pass
            os.close(report)
            os.close(end)

        """#
}
