"""The services that the template django-rest makes install, pass their own checks, and serve.

Servers are Debian's PostgreSQL and RabbitMQ, packages come from the Python package index. Without
them the test is skipped (exit code 77).
"""

import base64
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import servers
from sandbox import isolate

TIZZA = os.environ["TIZZA"]
BUILD = Path(os.environ["TIZZA_BUILD_DIR"])
CLIENT = "likes-service:a secret"

# Names short and long, with and without messages, containers and either CI.
VARIANTS = {
    "menu-service": ["entity=menu_item", "messages=false", "docker=false", "ci=gitlab"],
    "restaurant-and-delivery-logistics-service": ["entity=delivery_time_window", "ci=gitlab"],
    "z": ["entity=a", "entity_plural=b", "domain=example.co.uk", "docker=false"],
    "auth-service": ["entity=user"],
}


def run(*command, cwd, **environment):
    """Runs a command that must succeed, and gives back what it printed."""
    result = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{result.stdout}")
    return result.stdout


def generate(workspace, name, *answers):
    flags = [word for answer in answers for word in ("-d", answer)]
    run(TIZZA, "new", "django-rest", name, "--defaults", *flags, cwd=workspace)
    return workspace / name


def environment_for(project):
    """A virtual environment with exactly what the project pins, made once for these pins."""
    requirements = sorted((project / "requirements").iterdir())
    key = hashlib.sha256(b"".join(path.read_bytes() for path in requirements)).hexdigest()[:16]
    venv = BUILD / "peers" / f"django-rest-{key}"
    if not (venv / "complete").exists():
        shutil.rmtree(venv, ignore_errors=True)
        run(sys.executable, "-m", "venv", venv, cwd=project)
        pip = [venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*pip, "-r", "requirements/development.txt"], cwd=project).returncode:
            print("skipped: the pinned requirements cannot be installed (no network?)")
            sys.exit(77)
        (venv / "complete").touch()
    return venv / "bin"


def check_pins(programs, project):
    """What is installed is what is pinned: nothing more, nothing less, nothing in conflict."""

    def names(text):
        pins = re.findall(r"^([\w.-]+)(?:\[\w+\])?==(\S+)", text, re.MULTILINE)
        return {(re.sub(r"[-_.]+", "-", name).lower(), version) for name, version in pins}

    run(programs / "pip", "check", cwd=project)
    installed = names(run(programs / "pip", "freeze", "--exclude", "setuptools", cwd=project))
    pinned = names("".join(path.read_text() for path in (project / "requirements").iterdir()))
    assert installed == pinned, f"pinned and installed differ: {sorted(installed ^ pinned)}"


def check_code(programs, project):
    run(programs / "ruff", "check", cwd=project)
    run(programs / "ruff", "format", "--check", cwd=project)


class Service:
    """The service under gunicorn, as its container starts it."""

    def __init__(self, programs, project, database):
        settings = {
            "DJANGO_SETTINGS_MODULE": "culinary_service.settings.production",
            "SECRET_KEY": hashlib.sha256(b"a key").hexdigest(),
            "ALLOWED_HOSTS": "culinary.tizza.com",
            "API_CLIENTS": CLIENT,
            "DATABASE_URL": database,
            "BROKER_URL": "amqp://nobody.invalid/",
        }
        run(programs / "python", "manage.py", "migrate", cwd=project, **settings)
        # The socket listens before the server starts, so the first request waits for it.
        self.listener = socket.create_server(("127.0.0.1", 0))
        number = self.listener.fileno()
        self.process = subprocess.Popen(
            [programs / "gunicorn", "--bind", f"fd://{number}", "culinary_service.wsgi"],
            cwd=project,
            env={**os.environ, **settings},
            pass_fds=[number],
            stdout=subprocess.PIPE,
            text=True,
        )

    def call(self, method, path, body=None, token=None):
        """Status, headers and decoded body of one request."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.listener.getsockname()[1]}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Host": "culinary.tizza.com", "X-Forwarded-Proto": "https"},
        )
        if body is not None:
            request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.headers, decoded(response)
        except urllib.error.HTTPError as error:
            return error.code, error.headers, decoded(error)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        output, _ = self.process.communicate(timeout=60)
        self.listener.close()
        return output


def decoded(response):
    body = response.read()
    is_json = response.headers.get("Content-Type", "").startswith("application/json")
    return json.loads(body) if is_json else body


def expect(actual, wanted):
    assert actual == wanted, f"got {actual!r} instead of {wanted!r}"


def check_service(programs, project, database):
    token = base64.b64encode(CLIENT.encode()).decode()
    pizzas = "/api/v1/pizzas"
    service = Service(programs, project, database)
    try:
        expect(service.call("GET", "/livez")[0], 200)
        expect(service.call("GET", "/readyz")[2], {"status": "ok", "database": "ok"})
        expect(service.call("GET", pizzas)[0], 401)
        status, headers, pizza = service.call("POST", pizzas, {"title": "Diavola"}, token)
        expect((status, headers["Location"]), (201, f"{pizzas}/{pizza['id']}"))
        one = headers["Location"]
        expect(service.call("GET", one, token=token)[2], pizza)
        expect(
            service.call("PATCH", one, {"title": "Capricciosa"}, token)[2]["title"], "Capricciosa"
        )
        expect(service.call("GET", pizzas, token=token)[2]["count"], 1)
        expect(service.call("DELETE", one, token=token)[::2], (204, b""))
        expect(service.call("PATCH", one, {"title": "Diavola"}, token)[2]["status"], 404)
        expect(service.call("PUT", one, {"title": "Diavola"}, token)[2]["status"], 405)
        assert b"http_requests_total{" in service.call("GET", "/metrics")[2]
    finally:
        output = service.stop()
    expect(service.process.returncode, 0)
    for line in output.splitlines():
        json.loads(line)


def validate(project):
    specifications = [
        name for name in ("swagger.yaml", "asyncapi.yaml") if (project / name).exists()
    ]
    run(TIZZA, "validate", "--fail-on", "hint", *specifications, cwd=project)


def release(project):
    """The version becomes a tag on the remote; a second call has nothing left to do."""
    origin = project.with_suffix(".git")
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", origin, cwd=project)
    run("git", "remote", "add", "origin", origin, cwd=project)
    run("git", "push", "--quiet", "origin", "HEAD:main", cwd=project)
    for _ in range(2):
        run(TIZZA, "release", "tag", "--branch", "main", cwd=project)
    assert run("git", "tag", cwd=origin) == "0.1.0\n"


def main():
    if not servers.postgres_programs() or not servers.RABBITMQ.exists():
        print("skipped: packages postgresql and rabbitmq-server are not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="tizza-django-") as folder:
        workspace = Path(folder)
        isolate(workspace / "home")
        project = generate(workspace, "culinary-service")
        programs = environment_for(project)
        check_pins(programs, project)
        check_code(programs, project)
        validate(project)
        release(project)
        with servers.postgres() as database, servers.rabbitmq() as broker:
            test = {"DATABASE_URL": database, "BROKER_URL": broker}
            run(programs / "pytest", "--cov", cwd=project, **test)
            check_service(programs, project, database)
            for name, answers in VARIANTS.items():
                variant = generate(workspace, name, *answers)
                check_code(programs, variant)
                validate(variant)
                run(programs / "pytest", "tests/unit", "tests/integration", cwd=variant, **test)
    print(f"culinary-service and {len(VARIANTS)} others pass")


if __name__ == "__main__":
    main()
