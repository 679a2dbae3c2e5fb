// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What happens between two runs of one program: processes and files that a run has left are removed.
enum PythonSweep {
    /// The text.
    static let text = #"""
        # Between two runs of one program: processes and files that a run has left behind are gone before the next one begins.
        # Only where all processes and all of /tmp are the sandbox's own, which the caller says and the small number confirms.
        def is_alone():
            return sys.platform == 'linux' and os.getpid() <= 3


        def kill(pid):
            try: os.kill(pid, signal.SIGKILL)
            except OSError: pass


        def end_all():
            # But this process and the first one.
            if is_alone(): kill(-1)
            try:
                while True: os.waitpid(-1, 0)
            except ChildProcessError:
                pass


        def end_all_but(kept):
            if not is_alone(): return
            ended = set(kept)
            # One that has been killed starts no other: the end is reached when a look finds none that is new.
            for _ in range(100):
                found = [int(n) for n in os.listdir('/proc') if n[0] in '123456789' and int(n) not in ended]
                if not found: break
                for pid in found:
                    ended.add(pid)
                    kill(pid)
            else:
                # Somebody is quicker than that: all at once, with the program itself.
                kill(-1)
            try:
                while os.waitpid(-1, os.WNOHANG)[0]: pass
            except ChildProcessError:
                pass


        def clear_scratch():
            if not is_alone(): return
            home = '/tmp/run'
            try:
                now = os.readlink('/proc/thread-self/cwd')
                if now != home:
                    # The folder has been moved; what stands in its place is not it.
                    remove('/tmp', [n for n in os.listdir('/tmp') if not now.startswith('/tmp/%s' % n)])
                    os.rename(now, home)
            except OSError:
                pass
            for folder in (home, '/tmp', '/dev/shm'):
                names = os.listdir(folder)
                if folder == '/tmp' and 'run' in names: names.remove('run')
                if names: remove(folder, names)


        def remove(top, names):
            # Folders are moved up before they are opened, so that no path grows, however deep they are nested.
            folders, count = [], 0
            pending = [(top, names)]
            while pending:
                place, names = pending.pop()
                for name in names:
                    path = '%s/%s' % (place, name)
                    try:
                        os.unlink(path)
                        continue
                    except OSError:
                        pass
                    try:
                        os.chmod(path, 0o700)
                        moved = path
                        while place != top:
                            count += 1
                            moved = '%s/.%d' % (top, count)
                            if not os.path.lexists(moved): break
                        if moved != path: os.rename(path, moved)
                        folders.append(moved)
                        pending.append((moved, os.listdir(moved)))
                    except OSError:
                        pass
            for path in reversed(folders):
                try: os.rmdir(path)
                except OSError: pass

        """#
}
