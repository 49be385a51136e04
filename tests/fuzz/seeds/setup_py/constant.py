from setuptools import setup

VERSION = "0.0.1"
setup(name="a", version=VERSION, install_requires=["b==0.0.1"])
