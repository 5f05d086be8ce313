"""An example of the input of every evaluation: for the pages and the description for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

EXAMPLES: Mapping[str, dict[str, Any]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)
"""By the name of the method; whole numbers as numbers, others as decimal text."""
