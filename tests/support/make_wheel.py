#!/usr/bin/env python3
"""Wheels of one module, written by hand: always the same bytes, and no builder is needed.

make_wheel.py FOLDER NAME VERSION [REQUIRES-PYTHON [METADATA-NAME]]
"""

import base64
import hashlib
import sys
import zipfile
from pathlib import Path


def make_wheel(folder, name, version, requires_python=">=3.8", body="", said_name=None):
    """Writes the wheel and returns its path. `said_name` is what its metadata says."""
    module = name.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    files = {
        f"{module}.py": f"VERSION = '{version}'\n{body}",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {said_name or name}\n"
        f"Version: {version}\nRequires-Python: {requires_python}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = ""
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
        record += f"{path},sha256={digest.decode()},{len(text)}\n"
    files[f"{info}/RECORD"] = record + f"{info}/RECORD,,\n"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{module}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in files.items():
            archive.writestr(zipfile.ZipInfo(inner, (2026, 3, 2, 9, 0, 0)), text)
    return path


if __name__ == "__main__":
    make_wheel(
        Path(sys.argv[1]),
        sys.argv[2],
        sys.argv[3],
        *sys.argv[4:5],
        said_name=sys.argv[5] if len(sys.argv) > 5 else None,
    )
