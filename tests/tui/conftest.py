"""The small base under a face of the desk."""

from tests.desk.conftest import Opened, desk

__all__ = ["Opened", "desk"]
