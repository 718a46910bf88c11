"""The words of a problem's level."""

from ..domain.problem import Level

LEVEL_NAMES = {Level.ERROR: "lỗi", Level.WARNING: "cảnh báo", Level.ADVICE: "gợi ý"}
