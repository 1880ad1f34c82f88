"""The bill of materials and the list of licences, from the lock file and what is installed; nothing is fetched.

``python tools/sbom.py -o out/sbom.json`` writes CycloneDX 1.5 JSON (components, versions, hashes, licences, and which
needs which); ``--licences`` prints a line a package instead, and ends with 1 where one has none or is not in the list
of those that may be shipped with an MIT program.  The same lock gives the same bytes: no clock, no random number.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
}
SPOKEN = {
    "mit license": "MIT",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache-2": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd-3": "BSD-3-Clause",
    "isc license": "ISC",
}
ELSEWHERE = {"colorama": "BSD-3-Clause"}
"""Packages that the lock holds for other systems only, and so are not installed where this is run."""
FINE = re.compile(r"^(?:MIT(?:-CMU)?|BSD-[23]-Clause|Apache-2\.0|ISC|PSF-2\.0|MPL-2\.0|Unlicense|0BSD|CC0-1\.0|Zlib)$")
"""Licences under which a package may be used by a program under MIT without more than its notice (MPL by file)."""


def pinned(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Packages of a lock file, with version and hashes."""
    starts = [*PIN.finditer(lock)]
    ends = [m.start() for m in starts[1:]] + [len(lock)]
    return {
        m[1].lower(): (m[2], sorted(HASH.findall(lock, m.start(), end))) for m, end in zip(starts, ends, strict=True)
    }


def licence(name: str) -> str:
    """The SPDX expression of an installed package, "" where it names none or is not installed."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ELSEWHERE.get(name, "")
    if stated := about.get("License-Expression"):
        return str(stated)
    spoken = str(about.get("License") or "").strip()
    if spoken and len(spoken) < 60:
        return SPOKEN.get(spoken.lower(), spoken)
    found = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    return " OR ".join(CLASSIFIERS.get(c, c) for c in found)


def needs(name: str, known: set[str]) -> list[str]:
    """Packages of the lock that a package requires."""
    try:
        required = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    names = {
        re.split(r"[\s;<>=!~\[(]", r, maxsplit=1)[0].lower().replace("_", "-") for r in required if "extra ==" not in r
    }
    return sorted(names & known)


def bill(lock: str) -> dict[str, Any]:
    """The CycloneDX document of a lock file."""
    found = pinned(lock)
    components = [_component(name, version, hashes) for name, (version, hashes) in sorted(found.items())]
    known = set(found)
    depends = [
        {"ref": f"pkg:pypi/{n}@{found[n][0]}", "dependsOn": [f"pkg:pypi/{d}@{found[d][0]}" for d in needs(n, known)]}
        for n in sorted(found)
    ]
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "src/parkdocs/__init__.py").read_text("utf-8"))
    ours = {
        "type": "application",
        "name": "parkdocs",
        "version": version[1] if version else "",
        "bom-ref": "parkdocs",
        "licenses": [{"license": {"id": "MIT"}}],
    }
    top = needs("parkdocs", known)
    depends.insert(0, {"ref": "parkdocs", "dependsOn": [f"pkg:pypi/{d}@{found[d][0]}" for d in top]})
    serial = hashlib.sha256(lock.encode()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial[:8]}-{serial[8:12]}-5{serial[13:16]}-8{serial[17:20]}-{serial[20:32]}",
        "version": 1,
        "metadata": {"component": ours},
        "components": components,
        "dependencies": depends,
    }


def _component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    stated = licence(name)
    out: dict[str, Any] = {
        "type": "library",
        "name": name,
        "version": version,
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "purl": f"pkg:pypi/{name}@{version}",
        "properties": [{"name": "locked:sha256", "value": value} for value in hashes],
    }
    if stated:
        out["licenses"] = [
            {"license": {"id": stated}}
            if FINE.match(stated)
            else {"expression": stated}
            if " " in stated and "/" not in stated
            else {"license": {"name": stated}}
        ]
    return out


def doubtful(stated: str) -> bool:
    """Whether a licence is missing or outside the list; of alternatives one has to be in it, of a sum all.

    >>> doubtful("MIT"), doubtful("MPL-2.0 AND (Apache-2.0 OR MIT)"), doubtful("GPL-3.0-only"), doubtful("")
    (False, False, True, True)
    """
    parts = re.sub(r"[()]", " ", stated).split(" AND ")
    return not all(any(FINE.match(choice.strip()) for choice in part.split(" OR ")) for part in parts)


def main() -> int:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lock", default=str(ROOT / "requirements.lock"))
    parser.add_argument("--licences", action="store_true")
    parser.add_argument("-o", "--output", default="")
    asked = parser.parse_args()
    lock = Path(asked.lock).read_text("utf-8")
    if asked.licences:
        rows = [(name, version, licence(name)) for name, (version, _) in sorted(pinned(lock).items())]
        wrong = [row for row in rows if doubtful(row[2])]
        print(*(f"{name:22} {version:14} {stated or '(none stated)'}" for name, version, stated in rows), sep="\n")
        print(f"{len(rows)} packages, {len(wrong)} to look at" + "".join(f"; {row[0]}" for row in wrong))
        return int(bool(wrong))
    text = json.dumps(bill(lock), indent=1, ensure_ascii=False) + "\n"
    if asked.output:
        Path(asked.output).parent.mkdir(parents=True, exist_ok=True)
        Path(asked.output).write_text(text, "utf-8")
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
