"""Copies the database of a new, running Synapse, once its own first work on it is over.

    template.py DATABASE COPY
"""

import os
import sqlite3
import sys
import time

database, copy = sys.argv[1:]
connection = sqlite3.connect(database, timeout=30, isolation_level=None)
until = time.monotonic() + 60
while connection.execute("SELECT count(*) FROM background_updates").fetchone()[0]:
    if time.monotonic() > until:
        sys.exit("the homeserver's first work on its database did not end within a minute")
    time.sleep(0.1)
unfinished = f"{copy}.{os.getpid()}"
connection.execute("VACUUM INTO ?", (unfinished,))
os.replace(unfinished, copy)
