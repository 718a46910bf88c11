"""The public edition: what differs when publishing, and nothing else."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403
from pelicanconf import ROOT

NEWSROOM_EDITION = "public"
OUTPUT_PATH = str(ROOT / "output")
