# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""One running `assay verify -`: lines in, lines out, in the same order."""

import collections
import os
import pathlib
import queue
import shutil
import subprocess
import sysconfig
import tempfile
import threading
import time


class AssayError(RuntimeError):
    """The `assay` process cannot be found, does not start, or does not answer as it should."""


def find_binary():
    """The path of `assay`: $ASSAY_BINARY, else where pip put it beside this package, else the PATH's."""
    named = os.environ.get("ASSAY_BINARY")
    if named:
        return named
    folders = [sysconfig.get_path("scripts"), pathlib.Path(__file__).resolve().parents[1] / "bin"]
    if f"{os.name}_user" in sysconfig.get_scheme_names():
        folders.append(sysconfig.get_path("scripts", f"{os.name}_user"))
    for folder in folders:
        path = shutil.which("assay", path=os.fspath(folder))
        if path:
            return path
    path = shutil.which("assay")
    if path:
        return path
    raise AssayError("assay is not on the PATH; install its wheel, or set ASSAY_BINARY")


class Batch:
    """The lines of one caller, and the answers that have come."""

    def __init__(self, count):
        self.count = count
        self.answers = []
        self.is_done = threading.Event()
        # Whether the process died while the first line without an answer was the one it worked on.
        self.is_suspect = False


class Process:
    """Several threads may ask at once; a thread of its own writes and one reads, so no pipe can fill up for good."""

    def __init__(self, command):
        self._stderr = tempfile.TemporaryFile()
        try:
            # Without buffers of Python's, so that after a fork nothing can be written twice.
            self._popen = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, bufsize=0
            )
        except OSError as error:
            raise AssayError(f"{command[0]} cannot be started: {error}") from error
        self._lock = threading.Lock()
        self._waiting = collections.deque()
        self._outbox = queue.SimpleQueue()
        self._last_answer = time.monotonic()
        self.answered = 0
        self.is_alive = True
        for work in (self._write, self._read):
            threading.Thread(target=work, name="assay", daemon=True).start()

    @property
    def pid(self):
        """The process's id."""
        return self._popen.pid

    def ask(self, lines, timeout):
        """The batch of `lines` with an answer to each, or with fewer where the process died.

        A process that is silent for `timeout` seconds while lines are waiting is killed.
        """
        batch = Batch(len(lines))
        with self._lock:
            if not self.is_alive:
                return batch
            if not self._waiting:
                self._last_answer = time.monotonic()
            self._waiting.extend([batch] * len(lines))
            self._outbox.put(b"".join(lines))
        while not batch.is_done.wait(min(1.0, timeout)):
            if time.monotonic() - self._last_answer > timeout:
                self.kill()
        return batch

    def kill(self):
        """Ends the process at once; what it has not answered comes back without an answer."""
        self._popen.kill()

    def close(self):
        """Lets the process finish what it has, and end."""
        self.release()
        try:
            self._popen.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()
            self._popen.wait()

    def release(self):
        """The same without waiting for it."""
        self._outbox.put(None)

    def abandon(self):
        """After a fork: the process belongs to the parent, this side only lets go of its pipes."""
        for pipe in (self._popen.stdin, self._popen.stdout, self._stderr):
            try:
                pipe.close()
            except (OSError, ValueError):
                pass
        # It is not this process's child, so nobody here may wait for it.
        self._popen.returncode = 0

    def last_words(self):
        """What the process said on standard error, the end of it."""
        try:
            self._stderr.seek(0, os.SEEK_END)
            self._stderr.seek(max(0, self._stderr.tell() - 2000))
            return self._stderr.read().decode("utf-8", "replace").strip()
        except (OSError, ValueError):
            return ""

    def _write(self):
        try:
            while (data := self._outbox.get()) is not None:
                rest = memoryview(data)
                while rest:
                    rest = rest[self._popen.stdin.write(rest) :]
            self._popen.stdin.close()
        except (OSError, ValueError):
            pass  # The reader notices that the process is gone.

    def _read(self):
        rest = b""
        is_expected = True
        while is_expected and (block := self._popen.stdout.read(1 << 16)):
            # A line without its end is either not complete yet, or cut off by the process's death.
            *lines, rest = (rest + block).split(b"\n")
            is_expected = all([self._give(line) for line in lines])
        try:
            self._popen.wait(1 if is_expected else 0)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        with self._lock:
            self.is_alive = False
            unanswered = list(self._waiting)
            self._waiting.clear()
        self.release()
        self._popen.stdout.close()
        if unanswered:
            unanswered[0].is_suspect = True
        for batch in unanswered:
            batch.is_done.set()

    def _give(self, line):
        """Hands an answer to the batch that waits for it; False where none does."""
        with self._lock:
            if not self._waiting:
                return False
            batch = self._waiting.popleft()
            self._last_answer = time.monotonic()
            self.answered += 1
        batch.answers.append(line)
        if len(batch.answers) == batch.count:
            batch.is_done.set()
        return True
