"""Copies the browser's libraries from npm into the product and writes VENDOR.lock.

Run `python tools/vendor.py` after changing vendor/package.json (and `npm install` in vendor/).
The copies are committed, so nobody who only runs the product needs npm; a house test hashes
them again.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "vendor"
TARGET = ROOT / "acceptance" / "web" / "static" / "vendor"
LOCK = TARGET / "VENDOR.lock"

# Package -> (name of its folder here, the files that are taken from it).
TAKEN = {
    "bootstrap": ("bootstrap", ("dist/css/bootstrap.min.css", "dist/js/bootstrap.bundle.min.js")),
    "echarts": ("echarts", ("dist/echarts.simple.min.js", "NOTICE")),
    "htmx.org": ("htmx", ("dist/htmx.min.js",)),
}
# Browsers ask for a source map only while somebody debugs, and then get an error page for it.
SOURCE_MAPS = ("/*# sourceMappingURL=", "//# sourceMappingURL=")


def main() -> None:
    """Install what the lock file of npm names, copy it, and write down what was copied."""
    subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=SOURCE, check=True)  # noqa: S607
    if TARGET.exists():
        shutil.rmtree(TARGET)
    lines = [line for package in sorted(TAKEN) for line in copy(package)]
    LOCK.write_text("# name version file sha256\n" + "\n".join(lines) + "\n", encoding="utf-8")
    shutil.rmtree(SOURCE / "node_modules")
    print(LOCK.read_text(encoding="utf-8"), end="")


def copy(package: str) -> list[str]:
    """Copy one package's files with its licence; the lines of VENDOR.lock for them."""
    installed = SOURCE / "node_modules" / package
    version = json.loads((installed / "package.json").read_text(encoding="utf-8"))["version"]
    name, files = TAKEN[package]
    folder = TARGET / f"{name}-{version}"
    folder.mkdir(parents=True)
    lines = []
    for file in (*files, "LICENSE"):
        target = folder / Path(file).name
        target.write_text(without_source_map(installed / file), encoding="utf-8")
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        lines.append(f"{name} {version} {folder.name}/{target.name} {digest}")
    return lines


def without_source_map(file: Path) -> str:
    """The text of a file, less the line that points at a map which is not shipped."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(SOURCE_MAPS))


if __name__ == "__main__":
    main()
