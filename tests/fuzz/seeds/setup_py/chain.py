A: str = B = r'''1.0rc1'''
VERSION = A
def f():
	VERSION = f'{x!r:>{w}}' \
  + b'\''
