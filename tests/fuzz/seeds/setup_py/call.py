"""VERSION = "9"
"""
# c
import os
if os.name:
    v = ("1.0")
setuptools.setup(**{"version": "2"}, version=v,
)
