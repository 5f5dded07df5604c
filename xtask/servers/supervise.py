"""Runs one program, and ends it as soon as whoever started this is gone.

    supervise.py LOG SIGNAL GRACE OWNER REMOVE PROGRAM [ARGUMENT...]

Output of the program goes to the file LOG. OWNER is `-` or `UID:GID`, the user to run it as. Each line on standard
input is the name of a signal (`TERM`, `STOP`, ...) to pass on, and is answered with `done`. The end of standard input,
which the system brings about however the starter died, ends the program: with SIGNAL, and after GRACE seconds by force. Then the folder REMOVE goes, if that is not `-`.
A program cannot see to this itself: a stopped one would never notice, and Synapse and PostgreSQL do not look.
"""

import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys


# Found before the program's process exists: in there nothing can be imported any more.
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_supervisor():
    """Where the system can, the program does not outlive this process either."""
    if LIBC:
        LIBC.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def say(line):
    try:
        print(line, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")


def start(log, owner, program):
    identity = {}
    if owner != "-":
        user, group = owner.split(":")
        identity = {"user": int(user), "group": int(group), "extra_groups": []}
    with open(log, "ab") as output:
        return subprocess.Popen(
            program,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_supervisor,
            **identity,
        )


def end(child, ending, grace):
    if grace > 0:
        child.send_signal(ending)
        child.send_signal(signal.SIGCONT)
        try:
            child.wait(grace)
        except subprocess.TimeoutExpired:
            pass
    child.kill()
    child.wait()


def main():
    log, ending, grace, owner, remove, *program = sys.argv[1:]
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    leave = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in (*leave, signal.SIGCHLD):
        signal.signal(number, lambda *_: None)
    try:
        child = start(log, owner, program)
    except (OSError, subprocess.SubprocessError) as error:
        say(f"cannot start {program[0]}: {error}")
        return 1
    say(f"started {child.pid}")

    wanted = b""
    while child.poll() is None:
        ready, _, _ = select.select([0, woken], [], [])
        over = False
        if woken in ready:
            over = any(number in leave for number in os.read(woken, 512))
        if 0 in ready:
            read = os.read(0, 512)
            over = over or not read
            *lines, wanted = (wanted + read).split(b"\n")
            for line in lines:
                child.send_signal(signal.Signals["SIG" + line.decode()])
                say("done")
        if over:
            end(child, signal.Signals["SIG" + ending], float(grace))
            if remove != "-":
                shutil.rmtree(remove, ignore_errors=True)
    return child.returncode if child.returncode >= 0 else 128 - child.returncode


sys.exit(main())
