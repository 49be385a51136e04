"""PostgreSQL and RabbitMQ out of Debian's packages, each private to one test."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def postgres_programs():
    """The folder of the newest installed PostgreSQL, or None."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


@contextlib.contextmanager
def postgres():
    """A cluster on a Unix socket, and the URL of a database in it."""
    programs = postgres_programs()
    folder = Path(tempfile.mkdtemp(prefix="tizza-postgres-"))
    # PostgreSQL refuses to run as root; Debian's package brings an account for it.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

    def run(program, *arguments):
        command = [programs / program, "-D", folder / "data", *arguments]
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    run("initdb", "--auth=trust", "--username=tizza", "--no-sync", "--no-instructions")
    run("pg_ctl", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgres://tizza@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


RABBITMQ = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")


@contextlib.contextmanager
def rabbitmq():
    """A broker on a port of its own, and its URL."""
    folder = Path(tempfile.mkdtemp(prefix="tizza-rabbitmq-"))
    port, distribution, mapper = free_ports(3)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "ERL_EPMD_PORT": str(mapper),
        "RABBITMQ_CONF_ENV_FILE": os.devnull,
        "RABBITMQ_CONFIG_FILE": str(folder / "none"),
        "RABBITMQ_DIST_PORT": str(distribution),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_MNESIA_BASE": str(folder / "data"),
        "RABBITMQ_NODENAME": f"tizza{port}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_PID_FILE": str(folder / "pid"),
    }
    server = subprocess.Popen(
        [RABBITMQ], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        output = ""
        for line in server.stdout:
            output += line
            if "completed with" in line:
                break
        else:
            raise RuntimeError(f"RabbitMQ did not start:\n{output}")
        yield f"amqp://guest:guest@127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.communicate(timeout=60)
        # The port mapper is a daemon that the broker leaves behind.
        subprocess.run(["epmd", "-kill"], env=environment, stdout=subprocess.DEVNULL)
        shutil.rmtree(folder)


def free_ports(count):
    """Ports that nobody listens on now."""
    with contextlib.ExitStack() as stack:
        sockets = [
            stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)
        ]
        return [entry.getsockname()[1] for entry in sockets]
