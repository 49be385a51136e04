"""A place where nothing of the user's own set-up counts, and which leaves nothing behind."""

import os


def isolate(home):
    """Points every file that tizza and git read or write for the user into `home`."""
    for name in [name for name in os.environ if name.startswith(("TIZZA_", "GIT_", "DJANGO"))]:
        del os.environ[name]
    os.environ.update(
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_CACHE_HOME=str(home / "cache"),
        GIT_CONFIG_NOSYSTEM="1",
        GIT_AUTHOR_NAME="Ana",
        GIT_AUTHOR_EMAIL="ana@tizza.com",
        GIT_COMMITTER_NAME="Ana",
        GIT_COMMITTER_EMAIL="ana@tizza.com",
    )
