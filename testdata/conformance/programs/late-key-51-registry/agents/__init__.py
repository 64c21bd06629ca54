from . import analyst, writer  # noqa: F401
from .registry import REGISTRY  # noqa: F401
