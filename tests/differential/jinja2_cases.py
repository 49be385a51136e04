"""Templates written by hand, grouped by what they show."""

CONTEXT = {
    "name": "culinary-service",
    "empty": "",
    "none_value": None,
    "yes": True,
    "no": False,
    "n": 7,
    "big": 9007199254740993,
    "x": 1.5,
    "text": "The quick brown fox\njumps over\n\nthe lazy dog",
    "html": "<b>\"bold\" & 'x'</b>",
    "words": ["pizza", "Likes", "events", "auth", "Pizza"],
    "numbers": [3, 1, 2, 10, -4],
    "mixed": [1, "a", None, 2.5, True, [1], {"k": "v"}],
    "nested": [[1, 2], [3, [4, 5]], []],
    "user": {"name": "Eszter", "age": 31, "tags": ["a", "b"], "address": {"city": "Győr"}},
    "users": [
        {"name": "Eszter", "age": 31, "team": "culinary", "active": True},
        {"name": "bence", "age": 27, "team": "auth", "active": False},
        {"name": "Anna", "age": 31, "team": "culinary", "active": True},
    ],
    "unicode": "árvíztűrő tükörfúrógép – ÁÉŐ 🍕",
}

PRINTING = """
{{ name }}
{{ none_value }}
{{ yes }} {{ no }}
{{ x }} {{ n }} {{ big }}
{{ mixed }}
{{ user }}
{{ nested }}
{{ (1,) }} {{ () }} {{ (1, 2) }} {{ 1, 2 }}
{{ {} }} {{ [] }} {{ {1: 2, 'a': none} }}
{{ [''] }} {{ ["it's"] }} {{ ['say "hi"'] }} {{ ["both ' and \\""] }}
{{ ['a\\nb\\tc\\\\d'] }}
{{ [unicode] }}
{{ 'a' 'b' "c" }}
{{ "\\x41\\u00e9\\n\\101" }}
{{ '\\d+' }}
{{ 1e3 }} {{ 1.0 }} {{ 1e16 }} {{ 1e15 }} {{ 123456789012345680.0 }} {{ 1e-4 }} {{ 1e-5 }} {{ 0.1 }}
{{ 1_000 }} {{ 0x1F }} {{ 0o17 }} {{ 0b101 }} {{ 00 }} {{ 1_0.5 }}
{{ 3.14e+2 }} {{ 1.5E3 }} {{ 2e0 }}
{{ -0.0 }} {{ 1/3 }} {{ 2/3 }} {{ 1e300*1e10 }}
{{ missing }}
{{ user.missing }}
{{ user['missing'] }}
{{ words[99] }}
{{ words.foo }}
{{ user.missing.more }}
{{ none_value.foo }}
{{ (1).foo is defined }}
{{ user.address.city }} {{ user['address']['city'] }} {{ user.tags.0 }} {{ user.tags[1] }}
{{ words[-1] }} {{ name[0] }} {{ name[-1] }} {{ unicode[1] }}
{{ "" }}{{ ''  }}
{{ range(5) }} {{ range(1, 10, 3) | list }} {{ range(5, 0, -2) | list }} {{ range(0) | list }}
{{ user.keys() }} {{ user.values() | list }} {{ user.items() | list }}
{{ {'a': 1}.items() }} {{ {'a': 1}.values() }}
{{ true }} {{ True }} {{ none }} {{ None }} {{ false }} {{ False }}
{{ [true, none, 1.0] }}
"""

OPERATORS = """
{{ 1 + 2 * 3 - 4 / 2 }}
{{ (1 + 2) * 3 }}
{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 7 % -3 }} {{ 7.5 % 2 }} {{ -7.5 // 2 }}
{{ 2 ** 10 }} {{ 2 ** -1 }} {{ 2 ** 0.5 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }}
{{ 1 / 0 }}
{{ 1 // 0 }}
{{ 1 % 0 }}
{{ 1.0 / 0 }}
{{ 'a' + 'b' }} {{ 'a' * 3 }} {{ 3 * 'ab' }} {{ [1] + [2] }} {{ [1, 2] * 2 }} {{ (1,) + (2,) }}
{{ 'a' + 1 }}
{{ 1 + 'a' }}
{{ [1] + (2,) }}
{{ none + 1 }}
{{ 'a' ~ 1 ~ none ~ 2.5 ~ [1] }}
{{ true + 1 }} {{ true * 'ab' }} {{ -true }}
{{ not true }} {{ not '' }} {{ not not 1 }}
{{ 1 < 2 < 3 }} {{ 1 < 2 > 3 }} {{ 1 == 1.0 == true }} {{ 1 != 2 }}
{{ 3 > 2 and 2 > 1 or false }}
{{ 1 and 2 }} {{ 0 or 'x' }} {{ '' or [] or none }} {{ 1 and 0 and 2 }}
{{ 'a' in 'abc' }} {{ 'z' not in 'abc' }} {{ 1 in [1, 2] }} {{ 'name' in user }} {{ 3 in (1, 2) }}
{{ '' in 'abc' }} {{ [1] in [[1]] }} {{ none in [none] }}
{{ 1 in 'a' }}
{{ 1 in 5 }}
{{ 1 < 'a' }}
{{ [1, 2] < [1, 3] }} {{ 'a' < 'b' }} {{ (1, 2) < (1, 2, 3) }} {{ [] < [1] }}
{{ [1] < (1,) }}
{{ 1 == '1' }} {{ [1] == (1,) }} {{ {} == [] }} {{ {'a': 1} == {'a': 1.0} }} {{ none == false }}
{{ {'a': 1} < {'b': 2} }}
{{ 'yes' if yes else 'no' }} {{ 'yes' if no else 'no' }} {{ 1 if 0 else 2 if 0 else 3 }}
{{ ('x' if no) is defined }}
{{ 'x' if no }}
{{ big }} {{ big == 9007199254740992.0 }} {{ big > 9007199254740992.0 }}
{{ 10 is divisibleby 5 }} {{ 3 is odd }} {{ 3 is even }} {{ 2.0 is even }}
{{ -3 | abs }} {{ (-3) | abs }} {{ -n | abs }}
{{ +3 }} {{ - - 3 }}
{{ 'abc'[1:] }} {{ 'abc'[:-1] }} {{ 'abc'[::-1] }} {{ words[1:3] }} {{ words[::2] }} {{ numbers[-2:] }}
{{ 'abc'[5:] }} {{ 'abc'[-10:2] }} {{ (1, 2, 3)[1:] }} {{ range(10)[2:4] | list }} {{ 'abcdef'[4:1:-1] }}
{{ 'abc'[::0] }}
{{ 'abc'['x':] }}
{{ user[1:] is defined }}
{{ "%s and %d" % ('a', 3) }} {{ "%5.2f|%-5s|%05d" % (1.234, 'x', 42) }} {{ "%x %X %o %e %g" % (255, 255, 8, 12345.678, 0.0001) }}
{{ "%(name)s is %(age)d" % user }}
{{ "%s" % 'x' }} {{ "%s" % [1] }} {{ "%%" % () }} {{ "%r" % 'x' }} {{ "%c" % 65 }} {{ "%+d % d" % (1, 2) }}
{{ "%s %s" % 'x' }}
{{ "%d" % 'x' }}
{{ "%s" % (1, 2) }}
{{ "%.3d|%6.3d|%#x" % (5, 5, 255) }} {{ "%5s|%-5s|%.2s" % ('abc', 'abc', 'abc') }} {{ "%i" % 3.9 }}
{{ 5 is sameas 5 }} {{ none is sameas none }} {{ true is sameas 1 }}
{{ (1 if yes) + 1 }}
{{ 0.1 + 0.2 }} {{ 1e22 + 1 }} {{ 5 // 0.3 }} {{ 5 % 0.3 }} {{ -5 % 0.3 }}
{{ 1.5 == 1.5 }} {{ 2 > 1.5 }} {{ 1 == true }} {{ 'a' == none }}
{{ missing == 1 }}
{{ missing is defined }} {{ missing is undefined }} {{ user.x is defined }} {{ name is defined }}
{{ missing is none }} {{ missing is string }} {{ missing is mapping }} {{ missing is number }}
{{ missing is iterable }}
{{ not missing }}
{{ missing or 1 }}
{{ missing | default('d') }} {{ user.x | default('d') }} {{ '' | default('d') }} {{ '' | default('d', true) }} {{ none | d('x', boolean=true) }} {{ missing | default }}
{{ missing ~ 'x' }}
{{ [missing] | length }}
{{ [missing] }}
"""

TESTS = """
{{ 'a' is string }} {{ 1 is string }} {{ 1 is number }} {{ 1.5 is float }} {{ 1 is integer }} {{ true is integer }} {{ true is number }} {{ true is boolean }}
{{ user is mapping }} {{ words is sequence }} {{ 'a' is sequence }} {{ user is sequence }} {{ 1 is sequence }} {{ words is iterable }} {{ 1 is iterable }}
{{ 'abc' is lower }} {{ 'ABC' is upper }} {{ 'aBc' is lower }} {{ '1' is lower }} {{ '' is upper }}
{{ none is none }} {{ 1 is none }} {{ true is true }} {{ 1 is true }} {{ false is false }}
{{ 1 is eq 1 }} {{ 1 is equalto(1) }} {{ 1 is ne 2 }} {{ 2 is gt 1 }} {{ 2 is ge(2) }} {{ 1 is lt 2 }} {{ 1 is le 1 }} {{ 3 is greaterthan 2 }} {{ 3 is lessthan 2 }}
{{ 1 is in [1, 2] }} {{ 'a' is in 'abc' }} {{ 5 is not in [1] }}
{{ 'upper' is filter }} {{ 'nope' is filter }} {{ 'odd' is test }} {{ 'nope' is test }}
{{ range is callable }} {{ 1 is callable }}
{{ 1 is not odd }} {{ not 1 is odd }}
{{ 'x' is nope }}
{{ 'x' is odd }}
{{ 1 is divisibleby 0 }}
{{ 1 is divisibleby }}
{{ '<' | escape is escaped }} {{ '<' is escaped }}
{{ 4 is even and 3 is odd }}
{{ 1 is odd is even }}
{{ user.name is string and user.age is number }}
{{ (missing is defined) or true }}
{{ 'a' is sameas 'a' }}
{{ range(3) is sequence }} {{ range(3) is iterable }} {{ user.items() is sequence }} {{ user.items() is iterable }}
{{ 1 is eq(1, 2) }}
{{ 'é' is lower }} {{ 'É' is upper }}
"""

FILTERS = """
{{ name | upper }} {{ name | capitalize }} {{ name | title }} {{ 'HELLO wORLD' | lower }} {{ "it's a-b (c) [d] e_f" | title }}
{{ unicode | upper }} {{ unicode | lower }} {{ unicode | title }} {{ unicode | length }} {{ 'straße' | upper }}
{{ '  x ' | trim }}| {{ 'xxaxx' | trim('x') }} {{ ' ab c ' | trim(' a') }}
{{ 'abc' | replace('b', 'X') }} {{ 'aaa' | replace('a', 'b', 2) }} {{ 'abc' | replace('', '-') }} {{ 123 | replace(2, 'x') }} {{ 'aaa' | replace('a', 'b', count=0) }}
{{ 'abc' | center(10) }}| {{ 'abc' | center(9) }}| {{ 'ab' | center(7) }}| {{ 'abcdef' | center(3) }}
{{ text | indent }}
{{ text | indent(2) }}
{{ text | indent(2, true) }}
{{ text | indent(2, true, true) }}
{{ text | indent(width='>> ', first=True) }}
{{ 'a\\n' | indent }}|
{{ '' | indent }}|{{ '' | indent(4, true) }}|
{{ text | truncate(20) }}
{{ 'hello world foo bar' | truncate(10) }} {{ 'hello world' | truncate(5, true) }} {{ 'hello world' | truncate(8, end='') }} {{ 'hello' | truncate(5) }} {{ 'hello worldx' | truncate(7) }}
{{ 'hello world foo bar' | truncate(10, leeway=0) }} {{ 'foo bar baz qux' | truncate(9, True, '', 0) }}
{{ 'x' | truncate(2) }}
{{ text | wordcount }} {{ 'a-b c_d é' | wordcount }}
{{ 'the quick brown fox jumps over the lazy dog' | wordwrap(10) }}
{{ 'supercalifragilistic word' | wordwrap(8) }}
{{ 'supercalifragilistic word' | wordwrap(8, false) }}
{{ 'well-known half-baked co-operation x-y' | wordwrap(8) }}
{{ 'well-known half-baked' | wordwrap(8, break_on_hyphens=false) }}
{{ 'a  b   c    d' | wordwrap(3) }}
{{ text | wordwrap(9, wrapstring='|') }}
{{ '%s-%d' | format('a', 3) }} {{ '%(a)s' | format(a=1) }} {{ '%s' | format(none) }} {{ '100%%' | format }}
{{ 'abc' | string }} {{ 1 | string | length }} {{ none | string }}
{{ words | length }} {{ user | length }} {{ 'abc' | count }} {{ range(4) | length }}
{{ 1 | length }}
{{ words | first }} {{ words | last }} {{ 'abc' | first }} {{ 'abc' | last }} {{ user | first }} {{ user | last }} {{ range(3) | last }}
{{ [] | first }}
{{ [] | first is defined }} {{ [] | last is defined }}
{{ words | join }} {{ words | join(', ') }} {{ numbers | join('-') }} {{ users | join(', ', attribute='name') }} {{ 'abc' | join('.') }} {{ mixed | join('|') }} {{ user | join(',') }}
{{ words | sort }} {{ words | sort(true) }} {{ words | sort(case_sensitive=true) }} {{ numbers | sort }} {{ numbers | sort(reverse=true) }}
{{ users | sort(attribute='name') | map(attribute='name') | join(',') }} {{ users | sort(attribute='age,name') | map(attribute='name') | list }} {{ users | sort(attribute='age', reverse=true) | map(attribute='name') | list }}
{{ mixed | sort }}
{{ users | sort }}
{{ words | unique | list }} {{ words | unique(true) | list }} {{ [1, 1.0, true, 2] | unique | list }} {{ users | unique(attribute='team') | map(attribute='name') | list }}
{{ numbers | min }} {{ numbers | max }} {{ words | min }} {{ words | max(case_sensitive=true) }} {{ users | max(attribute='age') }} {{ [] | min is defined }}
{{ numbers | sum }} {{ [] | sum }} {{ users | sum(attribute='age') }} {{ [[1], [2]] | sum(start=[]) }} {{ [1.5, 2] | sum }} {{ numbers | sum(start=100) }}
{{ words | sum }}
{{ words | reverse | list }} {{ 'abc' | reverse }} {{ numbers | reverse | first }} {{ user | reverse | list }}
{{ 'abc' | list }} {{ user | list }} {{ range(3) | list }} {{ (1, 2) | list }}
{{ 1 | list }}
{{ [1, 2, 3, 4, 5] | batch(2) | list }} {{ [1, 2, 3] | batch(2, 'x') | list }} {{ [] | batch(2) | list }} {{ [1, 2] | batch(0) | list }}
{{ [1, 2, 3, 4, 5] | slice(2) | list }} {{ [1, 2, 3, 4, 5] | slice(3, 'x') | list }} {{ [1] | slice(3) | list }} {{ [1, 2] | slice(0) | list }}
{{ [1, 2, 3, 4, 5] | slice(3) | list }} {{ [] | slice(2, 0) | list }}
{{ words | map('upper') | list }} {{ words | map('replace', 'i', 'I') | join(' ') }} {{ users | map(attribute='age') | sum }} {{ users | map(attribute='x', default='-') | list }} {{ nested | map('length') | list }}
{{ users | map(attribute='x') | list | length }}
{{ words | map('nope') | list }}
{{ words | map }}
{{ words | map | list }}
{{ numbers | select('odd') | list }} {{ numbers | reject('odd') | list }} {{ mixed | select | list }} {{ mixed | reject | list }} {{ numbers | select('gt', 2) | list }} {{ mixed | select('string') | list }}
{{ users | selectattr('active') | map(attribute='name') | list }} {{ users | rejectattr('active') | map(attribute='name') | list }} {{ users | selectattr('team', 'eq', 'culinary') | list | length }} {{ users | selectattr('age', 'lt', 30) | map(attribute='name') | first }}
{{ users | selectattr('x', 'defined') | list }} {{ users | rejectattr('x', 'defined') | list | length }}
{{ users | groupby('team') }}
{% for team, members in users | groupby('team') %}{{ team }}: {{ members | map(attribute='name') | join(' ') }};{% endfor %}
{% for g in users | groupby('age') %}{{ g.grouper }} {{ g.list | length }} {{ g[0] }};{% endfor %}
{{ users | groupby('x', default='none') | map('first') | list }}
{{ [{'k': 'B'}, {'k': 'a'}, {'k': 'b'}] | groupby('k') | map(attribute='grouper') | list }} {{ [{'k': 'B'}, {'k': 'a'}, {'k': 'b'}] | groupby('k', case_sensitive=true) | map(attribute='grouper') | list }}
{{ user | dictsort }} {{ {'b': 1, 'A': 2, 'c': 0} | dictsort }} {{ {'b': 1, 'A': 2} | dictsort(true) }} {{ {'b': 1, 'A': 2, 'c': 0} | dictsort(by='value') }} {{ {'b': 1, 'A': 2} | dictsort(reverse=true) }}
{{ user | items | list }} {{ missing | items | list }} {{ words | items | list }}
{{ {'a': 1} | items | first }}
{{ 3.7 | int }} {{ '42' | int }} {{ '4.9' | int }} {{ 'x' | int }} {{ 'x' | int(7) }} {{ '0x1f' | int(base=16) }} {{ 'ff' | int(0, 16) }} {{ ' 12 ' | int }} {{ '1_000' | int }} {{ none | int(5) }} {{ true | int }} {{ '-3' | int }} {{ '' | int }} {{ '0b11' | int(base=2) }} {{ '0o17' | int(0, 8) }} {{ '12' | int(0, 0) }}
{{ '3.5' | float }} {{ 'x' | float }} {{ 3 | float }} {{ 'x' | float(1.5) }} {{ '1e3' | float }} {{ 'inf' | float }} {{ 'nan' | float }} {{ ' 2 ' | float }} {{ '1_0.5' | float }} {{ none | float }} {{ '.5' | float }} {{ '5.' | float }}
{{ 2.5 | round }} {{ 3.5 | round }} {{ 42.55 | round(1) }} {{ 42.55 | round(1, 'floor') }} {{ 42.51 | round(1, 'ceil') }} {{ 42 | round }} {{ -2.5 | round }} {{ 1234 | round(-2) }} {{ 1250 | round(-2) }} {{ 1234.5 | round(-2) }} {{ 2.675 | round(2) }} {{ 42.7 | round | int }} {{ 3 | round(1, 'floor') }}
{{ 1.5 | round(1, 'x') }}
{{ 'x' | round }}
{{ 1 | filesizeformat }} {{ 0 | filesizeformat }} {{ 999 | filesizeformat }} {{ 1000 | filesizeformat }} {{ 1500000 | filesizeformat }} {{ 1024 | filesizeformat(true) }} {{ 1048576 | filesizeformat(binary=true) }} {{ '2000' | filesizeformat }} {{ 1e25 | filesizeformat }} {{ 1e30 | filesizeformat }} {{ 999999 | filesizeformat }}
{{ html | escape }} {{ html | e | e }} {{ html | forceescape }} {{ html | e | forceescape }} {{ html | safe }}
{{ html | striptags }} {{ '<!-- c --> a  &lt;b&gt;\\n c' | striptags }} {{ 'a < b' | striptags }}
{{ {'a': 1, 'b': none, 'c': '<"'} | xmlattr }} {{ {'a': 1} | xmlattr(false) }} {{ {} | xmlattr }}
{{ {'a b': 1} | xmlattr }}
{{ 'a b/c?d=é&' | urlencode }} {{ {'a b': 'c/d', 'x': 1} | urlencode }} {{ [('a', 1), ('b', 'é ')] | urlencode }} {{ 5 | urlencode }}
{{ user | tojson }} {{ mixed | tojson }} {{ html | tojson }} {{ unicode | tojson }} {{ x | tojson }} {{ none | tojson }} {{ [1.0, 1e20] | tojson }} {{ {'b': 1, 'a': 2} | tojson }} {{ {1: 2} | tojson }}
{{ user | tojson(2) }}
{{ [] | tojson(indent=2) }} {{ {} | tojson(2) }} {{ [[], [1]] | tojson(1) }}
{{ missing | tojson }}
{{ 'a\\u2028\\x07' | tojson }}
{{ 'abc' | nope }}
{{ 'abc' | upper('x') }}
{{ 'abc' | replace }}
{{ 'abc' | center(width=7, nope=1) }}
{{ -5 | abs }} {{ -2.5 | abs }} {{ true | abs }}
{{ 'x' | abs }}
{{ 'abc' | attr('upper') is callable }} {{ user | attr('name') is defined }} {{ user | attr('items') is callable }}
{{ none | default(none) }} {{ missing | default(missing2) is defined }}
{{ words | map('first') | join }} {{ words | map('list') | map('length') | list }}
{{ nested | map(attribute=0) | first }}
{{ users | map(attribute='name') | map('lower') | sort | join(' ') }}
{{ words | select('in', ['auth', 'events']) | list }}
{{ (words | map('upper')) | length }}
{% set g = words | map('upper') %}{{ g | list }}{{ g | list }}
{{ 'a,b' | upper.lower }}
{{ 'ab' | upper | lower | list | join('/') }}
{{ ['a'] | first | upper }}
"""

METHODS = """
{{ 'a,b,c'.split(',') }} {{ ' a  b '.split() }} {{ 'a b c'.split(' ', 1) }} {{ 'a b c'.split(none, 1) }} {{ 'abc'.split('x') }} {{ ''.split() }} {{ ''.split(',') }} {{ 'a--b'.split('-') }}
{{ 'a.b.c'.rsplit('.', 1) }} {{ 'a b c'.rsplit(none, 1) }} {{ ' a b '.rsplit() }} {{ 'a b c'.split(maxsplit=1) }}
{{ 'abc'.split('') }}
{{ 'Hello World'.upper() }} {{ 'Hello'.lower() }} {{ 'hello world'.title() }} {{ "it's".title() }} {{ 'hello'.capitalize() }} {{ 'Hello'.swapcase() }}
{{ ' x '.strip() }}| {{ 'xax'.strip('x') }} {{ 'xax'.lstrip('x') }} {{ 'xax'.rstrip('x') }} {{ ' x '.lstrip() }}| {{ ' x '.rstrip() }}|
{{ 'abc'.startswith('a') }} {{ 'abc'.endswith('c') }} {{ 'abc'.startswith(('x', 'a')) }} {{ 'abc'.startswith('b', 1) }} {{ 'abc'.endswith('b', 0, 2) }} {{ 'abc'.startswith('') }} {{ 'abc'.startswith('', 4) }}
{{ 'abc'.startswith(1) }}
{{ 'abcabc'.find('c') }} {{ 'abc'.find('x') }} {{ 'abcabc'.rfind('c') }} {{ 'abc'.find('', 3) }} {{ 'abc'.index('b') }} {{ 'abcabc'.find('a', 1) }} {{ 'abcabc'.find('c', -1) }} {{ unicode.find('v') }}
{{ 'abc'.index('x') }}
{{ 'banana'.count('an') }} {{ 'aaaa'.count('aa') }} {{ 'abc'.count('') }}
{{ 'abc'.replace('b', 'X') }} {{ 'aaa'.replace('a', 'b', 1) }} {{ 'ab'.replace('', '-') }}
{{ ','.join(['a', 'b']) }} {{ ''.join('abc') }} {{ ', '.join(user) }}
{{ ','.join([1]) }}
{{ '{} {}'.format(1, 'a') }} {{ '{1} {0}'.format(1, 2) }} {{ '{a}'.format(a=3) }} {{ '{:>5}|{:<5}|{:^5}|{:*^7}'.format('a', 'b', 'c', 'd') }} {{ '{:05d} {:+d} {:x} {:#x} {:b} {:,}'.format(42, 42, 255, 255, 5, 1234567) }} {{ '{:.2f} {:8.3f} {:e} {:g} {:%} {:.1%}'.format(3.14159, 2.5, 12345.678, 0.0001, 0.5, 0.123) }}
{{ '{0.name} {0[age]} {1[0]}'.format({'name': 'x'}, [5]) }}
{{ '{u[name]} {u[age]}'.format(u=user) }} {{ '{!r} {!s}'.format('a', 'b') }} {{ '{{}}'.format() }} {{ '{:{w}}|'.format('a', w=4) }} {{ '{:.2}'.format('abc') }} {{ '{}'.format(none) }} {{ '{:10}|{:10}|'.format(1, 'a') }} {{ '{}'.format(1.5) }} {{ '{:.3}'.format(3.14159) }} {{ '{:5}|'.format(true) }}
{{ '{}'.format() }}
{{ '{'.format() }}
{{ '{:d}'.format('x') }}
{{ '{} {0}'.format(1) }}
{{ 'ab'.ljust(5) }}| {{ 'ab'.rjust(5) }}| {{ 'ab'.center(5) }}| {{ 'ab'.ljust(5, '.') }} {{ '42'.zfill(5) }} {{ '-42'.zfill(5) }} {{ 'abc'.center(6, '*') }}
{{ '123'.isdigit() }} {{ ''.isdigit() }} {{ 'abc'.isalpha() }} {{ 'ab1'.isalnum() }} {{ 'ABC'.isupper() }} {{ 'abc'.islower() }} {{ ' '.isspace() }} {{ 'Hello World'.istitle() }} {{ 'a_b1'.isidentifier() }} {{ '1a'.isidentifier() }} {{ '12'.isnumeric() }} {{ '12'.isdecimal() }} {{ 'é'.isalpha() }} {{ 'abc'.isascii() }}
{{ 'a\\nb\\r\\nc'.splitlines() }} {{ 'a\\nb\\n'.splitlines(true) }} {{ ''.splitlines() }}
{{ 'a=b=c'.partition('=') }} {{ 'a=b=c'.rpartition('=') }} {{ 'abc'.partition('=') }} {{ 'abc'.rpartition('=') }}
{{ 'foobar'.removeprefix('foo') }} {{ 'foobar'.removesuffix('bar') }} {{ 'foobar'.removeprefix('x') }}
{{ 'a\\tb'.expandtabs(4) }} {{ 'ABC'.casefold() }}
{{ 'abc'.nope() }}
{{ 'abc'.upper }}x
{{ user.get('name') }} {{ user.get('x') }} {{ user.get('x', 'd') }} {{ user.keys() | list }} {{ user.items() | list | length }}
{{ words.index('auth') }} {{ words.count('pizza') }} {{ (1, 2, 1).count(1) }} {{ (1, 2).index(2) }}
{{ words.index('nope') }}
{% set l = [] %}{% do l.append(1) %}{% do l.extend([2, 3]) %}{% do l.insert(0, 0) %}{{ l }} {{ l.pop() }} {{ l }} {{ l.pop(0) }} {{ l }}
{% set l = [3, 1, 2] %}{% do l.sort() %}{{ l }}{% do l.reverse() %}{{ l }}{% do l.remove(3) %}{{ l }}{{ l.copy() }}{% do l.clear() %}{{ l }}
{% set d = {} %}{% do d.update({'a': 1}) %}{% do d.update(b=2) %}{{ d }} {{ d.pop('a') }} {{ d }} {{ d.setdefault('c', 3) }} {{ d }} {{ d.pop('z', 'none') }} {{ d.popitem() }} {{ d }}
{% set d = {'items': 1} %}{{ d['items'] }} {{ d.items is callable }}
{{ {}.pop('a') }}
{{ [].pop() }}
{{ [1].append(2) }}
{{ dict(a=1, b=2) }} {{ dict([('a', 1)]) }} {{ dict({'a': 1}, b=2) }}
{{ 'abc'(1) }}
{{ user() }}
{{ 'x'.upper(1) }}
{{ unicode.upper() }} {{ unicode.split(' ')[0].title() }} {{ unicode.center(40, '.') }}
"""

BUILTINS = """
{{ 1 | pprint }} {{ 'a' | pprint }} {{ none | pprint }} {{ words | pprint }} {{ user | pprint }} {{ () | pprint }} {{ (1,) | pprint }} {{ {} | pprint }} {{ [[]] | pprint }}
{{ users | pprint }}
{{ (users * 3) | pprint }}
{{ {'users': users, 'words': words * 5, 'a': (words * 6,)} | pprint }}
{{ {'b': 1, 'a': 2, 3: 4, none: 5} | pprint }}
{{ ('lorem ipsum ' * 12) | pprint }}
{{ [('lorem ipsum ' * 12), 'x'] | pprint }}
{{ {'key': 'lorem ipsum ' * 12, 'other': ['a' * 70, 'b' * 90]} | pprint }}
{{ (('a' * 90) ~ ' b') | pprint }} {{ ('a' * 200) | pprint }} {{ ('a b\n' * 30) | pprint }} {{ text | pprint }}
{{ ('árvíztűrő ' * 12) | pprint }} {{ [1.5, true, none, -2] | pprint }} {{ range(3) | pprint }}
{{ (range(60) | list) | pprint }}
{{ [range(30) | list, range(40) | list] | pprint }}
{{ {'x': {'y': {'z': range(40) | list}}} | pprint }}
{{ missing | pprint }}
{{ ['a'] | random }} {{ 'b' | random }} {{ [7] | random + 1 }} {{ (words | random) in words }} {{ (1,) | random }} {{ range(1) | random }}
{{ [] | random is defined }} {{ '' | random is defined }} {{ {} | random is defined }}
{{ [] | random }}
{{ 5 | random }}
{{ {'a': 1} | random }}
{{ missing | random }}
{{ lipsum(0) }} {{ lipsum(1, false) is string }} {{ lipsum() | length > 100 }} {{ lipsum(2).count('<p>') }} {{ lipsum(3, html=false).split('\n\n') | length }} {{ lipsum(1, false, 5, 6).split() | length }} {{ lipsum(1, false, min=3, max=4) | last }} {{ lipsum(1) is escaped }} {{ lipsum(1, false) is escaped }} {{ lipsum(-1) }}
{{ lipsum(1, false, 5, 5) }}
{{ lipsum('x') }}
{{ lipsum(nope=1) }}
{{ lipsum is callable }}
{{ 'see http://example.com/a?b=1&c=2 now' | urlize }}
{{ 'www.example.com, (https://x.org/y_(z)). example.net! foo.com/x' | urlize }}
{{ 'a@b.hu mailto:a@b.hu x@y <mail@example.com> www.a@b.c a:b@c.de' | urlize }}
{{ 'http://example.com/a/very/long/path' | urlize(20) }} {{ 'http://example.com/long' | urlize(-5) }} {{ 'http://example.com/long' | urlize(0) }}
{{ 'http://example.com' | urlize(nofollow=true) }} {{ 'http://example.com' | urlize(target='_blank') }} {{ 'http://example.com' | urlize(rel='b a') }} {{ 'http://example.com' | urlize(rel='"') }}
{{ 'tel:123 ftp://x.y/z tel:' | urlize(extra_schemes=['tel:', 'ftp://']) }}
{{ 'tel:123' | urlize(extra_schemes=['tel']) }}
{{ 'http://1.2.3.4:80/x http://[::1]/ http://[fe80::1]:8080/y 1.2.3.4 http://localhost http://localhost:8000/a' | urlize }}
{{ '<b>http://a.hu</b> &lt;http://b.hu&gt; "http://c.hu"' | urlize }} {{ html | urlize }} {{ 'http://a.hu/<x>' | urlize }}
{{ 'xn--a.com www.xn--p1ai https://xn--p1ai ÁÉ.com http://árvíz.hu/x  two  spaces\n line' | urlize }}
{{ 'a.info/x?y#z a.comm a.com: (a.com) ((a.com)) a.com). ((a.com.' | urlize }} {{ 'http://' | urlize }} {{ '' | urlize }} {{ 5 | urlize }} {{ none | urlize }}
{{ missing | urlize }}
{{ 'abc'.isprintable() }} {{ 'a\n'.isprintable() }} {{ ''.isprintable() }} {{ '{a}-{b}'.format_map({'a': 1, 'b': 'x'}) }}
{{ '{a}'.format_map({}) }}
{{ '{0}'.format_map({'0': 1}) }}
{{ 'abc'.translate({97: 'X', 98: none, 99: 100}) }} {{ 'abca'.translate('abc'.maketrans('ab', 'xy', 'c')) }} {{ 'a'.maketrans({'a': 'b', 99: none}) }} {{ ''.maketrans('é', 'e') }}
{{ 'a'.maketrans('ab', 'c') }}
{{ 'a'.maketrans({'ab': 1}) }}
{{ (5).bit_length() }} {{ (-5).bit_length() }} {{ (0).bit_length() }} {{ (7).bit_count() }} {{ true.bit_length() }} {{ (2.5).is_integer() }} {{ (2.0).is_integer() }} {{ (2.5).as_integer_ratio() }} {{ (3).as_integer_ratio() }} {{ (0.1).as_integer_ratio() }}
{{ (2.5).hex() }} {{ (0.0).hex() }} {{ (-0.1).hex() }} {{ (1e300).hex() }} {{ (3).conjugate() }} {{ (2.5).conjugate() }}
{{ (5).real }} {{ (5).imag }} {{ (2.5).real }} {{ (2.5).imag }} {{ (5).numerator }} {{ (5).denominator }} {{ true.real }} {{ 5['real'] }} {{ (2.5).numerator is defined }}
{{ range(2, 9, 3).start }} {{ range(2, 9, 3).stop }} {{ range(2, 9, 3).step }} {{ range(5).count(3) }} {{ range(5).index(3) }} {{ range(5).index(7) }}
{{ words | pprint | length }} {{ words | map('pprint') | list }} {{ words | map('urlize') | join }}
"""

STATEMENTS = [
    "{% if yes %}a{% endif %}{% if no %}b{% else %}c{% endif %}{% if no %}d{% elif n == 7 %}e{% else %}f{% endif %}",
    "{% for w in words %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.revindex }}{{ loop.revindex0 }}{{ w }} {% endfor %}",
    "{% for w in [] %}x{% else %}empty{% endfor %}",
    "{% for k, v in user.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in user %}{{ k }};{% endfor %}",
    "{% for c in 'añb' %}{{ c }}.{% endfor %}",
    "{% for n in numbers if n > 1 %}{{ loop.index }}/{{ loop.length }}:{{ n }} {% else %}none{% endfor %}",
    "{% for n in numbers if n > 100 %}x{% else %}none{% endfor %}",
    "{% for a, b in [(1, 2), (3, 4)] %}{{ a }}-{{ b }} {% endfor %}",
    "{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
    "{% for a, b in [(1, 2, 3)] %}{{ a }}{% endfor %}",
    "{% for a in 5 %}{{ a }}{% endfor %}",
    "{% for a in missing %}{{ a }}{% endfor %}",
    "{% for a in none %}{{ a }}{% endfor %}",
    "{% for w in words %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for n in [1, 1, 2, 2, 1] %}{{ loop.changed(n) }} {% endfor %}",
    "{% for n in [1, 2, 3] %}{{ loop.previtem | default('-') }}{{ loop.nextitem | default('-') }} {% endfor %}",
    "{% for n in [1] %}{{ loop.previtem }}{% endfor %}",
    "{% for n in nested recursive %}{% if n is iterable %}[{{ loop(n) }}]{% else %}{{ n }}@{{ loop.depth }}{% endif %}{% endfor %}",
    "{% for n in [1] %}{{ loop([2]) }}{% endfor %}",
    "{% for a in [1, 2] %}{% for b in [3, 4] %}{{ loop.index }}{{ a }}{{ b }} {% endfor %}{{ loop.index }}{% endfor %}",
    "{% for a in [1, 2, 3, 4] %}{% if a == 2 %}{% continue %}{% endif %}{% if a == 4 %}{% break %}{% endif %}{{ a }}{% endfor %}",
    "{% break %}",
    "{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }}{% endfor %}{{ x }}",
    "{% set ns = namespace(x=0) %}{% for i in [1, 2] %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}",
    "{% set ns = namespace({'a': 1}, b=2) %}{{ ns.a }}{{ ns.b }}{{ ns.c is defined }}",
    "{% set user.x = 1 %}",
    "{% set nope.x = 1 %}",
    "{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    "{% set a = 1, 2 %}{{ a }}",
    "{% set a, b = 1 %}",
    "{% set x %}hello {{ name }}{% endset %}{{ x }}{{ x | length }}",
    "{% set x | upper | replace('L', '_') %}hello{% endset %}{{ x }}",
    "{% set x %}{% set y = 1 %}{% endset %}{{ y is defined }}",
    "{% if yes %}{% set x = 1 %}{% endif %}{{ x }}",
    "{% if no %}{% set q = 1 %}{% endif %}{{ q is defined }}",
    "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a is defined }}",
    "{% set a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}",
    "{% with %}{% set z = 1 %}{{ z }}{% endwith %}{{ z is defined }}",
    "{% filter upper %}hello {{ name }}{% endfilter %}",
    "{% filter replace('a', 'b') | title %}banana{% endfilter %}",
    "{% raw %}{{ not rendered }}{% if %}{% endraw %}",
    "{% raw -%}   x   {%- endraw %}|",
    "a {#- comment -#} b",
    "a {# comment #} b{# {{ x }} #}",
    "{# never closed",
    "{{ never closed",
    "{% if x",
    "{% raw %} never closed",
    "{% do words.append('x') %}{{ words | length }}",
    "{% print 1, 2 %}",
    "{% macro m(a, b=2, c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=5, a=4) }} {{ m(1, c=9) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
    "{% macro m(a) %}{{ a is defined }}{% endmacro %}{{ m() }}",
    "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(a) %}{% endmacro %}{{ m(b=2) }}",
    "{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}",
    "{% macro m(a) %}{{ a }}{{ varargs | length }}{% endmacro %}{{ m(1, 2, 3) }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}body{% endcall %}",
    "{% macro m() %}{{ caller(1, 2) }}{% endmacro %}{% call(a, b) m() %}{{ a }}+{{ b }}{% endcall %}",
    "{% macro m() %}x{% endmacro %}{% call m() %}body{% endcall %}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}",
    "{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n > 0 %}{{ n }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
    "{% macro m() %}{{ m2() }}{% endmacro %}{% macro m2() %}late{% endmacro %}{{ m() }}",
    "{% macro m(a, b) %}{% endmacro %}{{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }} {{ m.catch_varargs }} {{ m.caller }}",
    "{% macro m() %}{% set x = 1 %}{% endmacro %}{{ m() }}{{ x is defined }}",
    "{% set y = 1 %}{% macro m() %}{{ y }}{% endmacro %}{{ m() }}{% set y = 2 %}{{ m() }}",
    "{% macro m(a=1, b) %}{% endmacro %}",
    "{% for i in [1, 2] %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}",
    "{% for i in [1] %}{% set j = i %}{% macro m(k) %}{{ i }}{{ j }}{{ k }}{% endmacro %}{{ m(3) }}{% endfor %}",
    "{% call words.append(1) %}x{% endcall %}",
    "{{ cycler('a', 'b').next() }}",
    "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.reset() }}{{ c.current }}",
    "{% set j = joiner('|') %}{% for i in [1, 2, 3] %}{{ j() }}{{ i }}{% endfor %}",
    "{{ range(3) | map('string') | join }}",
    "{% for x in range(3) %}{% set outer = loop %}{% for y in range(2) %}{{ outer.index }}.{{ loop.index }} {% endfor %}{% endfor %}",
    "{% if missing %}x{% endif %}",
    "{% if user.missing is defined and user.missing.x %}x{% else %}y{% endif %}",
    "{% nope %}",
    "{% if yes %}",
    "{% endif %}",
    "{% if yes %}{% endfor %}",
    "{{ }}",
    "{{ 1 + }}",
    "{{ (1 }}",
    "{{ 1) }}",
    "{{ [1, 2 }}",
    "{{ {'a' 1} }}",
    "{{ 'unclosed }}",
    "{{ a b }}",
    "{{ 1 2 }}",
    "{{ a..b }}",
    "{{ a.1.b is defined }}",
    "{{ $ }}",
    "{{ foo(a=1, 2) }}",
    "{{ foo(**a, b=1) }}",
    "{{ '{:>{}}'.format('a', 4) }}",
    "{{ dict(*[[('a', 1)]], **{'b': 2}) }}",
    "{% set true = 1 %}",
    "{% for true in [1] %}{% endfor %}",
    "{% set l = [1, 2] %}{% for i in l %}{{ i }}{% if i < 5 %}{% do l.append(i + 2) %}{% endif %}{% endfor %}",
    "{% for i in [1, 2, 3] -%} {{ i }} {%- endfor %}",
    "{{ 1 if true }}{{ [1, 2, 3,] }}{{ {'a': 1,} }}",
    "{% if yes: %}a{% endif %}",
    "{% if 1, 2 %}a{% endif %}",
    "{{ {'a': {'b': 1}} }}{{ {'a': {'b': {}}} }}",
    "{{ 'a' if yes else nope }}",
    "{{ (nope if no else 1) }}",
    "{{ 'x' | nope if no else 1 }}",
    "{% if no %}{{ 'x' | nope }}{% endif %}",
    "{% if no %}{{ 'x' is nope }}{% endif %}ok",
    "{{ yes | nope }}",
    "{% autoescape true %}{{ html }}{% endautoescape %}{{ html }}",
    "{% autoescape false %}{{ html }}{% endautoescape %}",
    "{% set x = missing %}ok",
    "{% set x = missing %}{{ x }}",
    "{{ self is defined }}",
    "{{ loop is defined }}",
    "{% block a %}x{% endblock %}{{ self.a() }}",
    "{% block a %}{% block b %}y{% endblock %}{% endblock %}",
    "{% block a %}x{% endblock a %}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{% for i in [1, 2] %}{% block c scoped %}{{ i }}{% endblock %}{% endfor %}",
    "{% for i in [1, 2] %}{% block c %}{{ i is defined }}{% endblock %}{% endfor %}",
    "{% set i = 5 %}{% block c %}{{ i }}{% endblock %}",
    "{% block c %}{{ super() }}{% endblock %}",
    "{% block c required %}{% endblock %}",
    "{% block c %}{% set q = 1 %}{% endblock %}{{ q is defined }}",
    "{% block a-b %}{% endblock %}",
    "{{ '\\'' }}{{ \"\\\"\" }}",
    "{{ ['a', 'b'][yes] }}",
    "{{ words | join(', ') if words else 'none' }}",
    "{{ (1, 2) | join('-') }}{{ 'a' ~ 'b' | upper }}",
    "{{ not yes | string }}",
    "{{ 'a' in 'abc' and 'b' in 'abc' }}",
    "{{ 2 + 3 ~ 4 }}{{ 2 * 3 ~ 4 }}",
    "{{ user.name.upper().lower()[0:3] | upper }}",
    "{{ [1, 2, 3][1:][0] }}",
    "{{ {'a': [1, {'b': 'c'}]}.a[1].b }}",
    "{{ 1 < 2 == true }}",
    "{% set x = namespace(y=[1]) %}{% do x.y.append(2) %}{{ x.y }}",
    "{{ range(1, 3) == range(1, 3) }}",
    "{{ [1, 2] is eq [1, 2] }}",
    "{{ 1 is in([1]) }}",
    "{{ ([1, 2] | sum) is eq 3 }}",
    "{{ 'é' }}|{{ 'a\u00a0b' | upper }}",
    "   {% if yes %}   x   {% endif %}   ",
    "\n\n{{ n }}\n\n",
    "a\n",
    "a\n\n",
    "",
    "\n",
]

INHERITANCE = [
    ("{% extends 'base' %}{% block b %}child{% endblock %}", {"base": "<{% block b %}base{% endblock %}>"}),
    ("{% extends 'base' %}{% block b %}{{ super() }}+child{% endblock %}", {"base": "<{% block b %}base{% endblock %}>"}),
    ("{% extends 'mid' %}{% block b %}{{ super() }}c{% endblock %}", {"mid": "{% extends 'base' %}{% block b %}{{ super() }}m{% endblock %}", "base": "<{% block b %}b{% endblock %}>"}),
    ("{% extends 'mid' %}{% block b %}{{ super.super() }}c{% endblock %}", {"mid": "{% extends 'base' %}{% block b %}{{ super() }}m{% endblock %}", "base": "<{% block b %}b{% endblock %}>"}),
    ("before{% extends 'base' %}after{% block b %}child{% endblock %}", {"base": "<{% block b %}base{% endblock %}>"}),
    ("{% extends 'base' %}{% set x = 5 %}{% block b %}{{ x }}{% endblock %}", {"base": "<{% block b %}base{% endblock %}>{{ x is defined }}"}),
    ("{% extends 'base' %}{% block b %}{% endblock %}", {"base": "{% block b required %}{% endblock %}"}),
    ("{% extends 'base' %}", {"base": "{% block b required %}{% endblock %}"}),
    ("{% extends 'base' %}{% extends 'base' %}", {"base": "x"}),
    ("{% extends 'nope' %}", {}),
    ("{% if yes %}{% extends 'base' %}{% endif %}{% block b %}c{% endblock %}", {"base": "<{% block b %}{% endblock %}>"}),
    ("{% for i in [1] %}{% extends 'base' %}{% endfor %}", {"base": "x"}),
    ("{% extends name_of %}{% block b %}c{% endblock %}", {"base": "<{% block b %}{% endblock %}>"}),
    ("{% extends 'base' %}{% macro m() %}M{% endmacro %}{% block b %}{{ m() }}{% endblock %}", {"base": "<{% block b %}{% endblock %}>"}),
    ("{% extends 'base' %}{% block inner %}I{% endblock %}", {"base": "{% block outer %}({% block inner %}i{% endblock %}){% endblock %}"}),
    ("{% include 'a' %}", {"a": "A{{ n }}"}),
    ("{% set n = 9 %}{% include 'a' %}", {"a": "A{{ n }}"}),
    ("{% for i in [1, 2] %}{% include 'a' %}{% endfor %}", {"a": "{{ i }}"}),
    ("{% include 'a' without context %}", {"a": "{{ n is defined }}"}),
    ("{% include 'nope' ignore missing %}ok", {}),
    ("{% include 'nope' %}", {}),
    ("{% include ['nope', 'a'] %}", {"a": "A"}),
    ("{% include 'a' %}{{ z is defined }}", {"a": "{% set z = 1 %}{{ z }}"}),
    ("{% import 'm' as m %}{{ m.f(1) }}{{ m.v }}{{ m._p is defined }}", {"m": "{% macro f(x) %}f{{ x }}{% endmacro %}{% set v = 3 %}{% set _p = 4 %}"}),
    ("{% from 'm' import f, v as w %}{{ f(1) }}{{ w }}", {"m": "{% macro f(x) %}f{{ x }}{% endmacro %}{% set v = 3 %}"}),
    ("{% from 'm' import nope %}{{ nope is defined }}", {"m": ""}),
    ("{% from 'm' import nope %}{{ nope }}", {"m": ""}),
    ("{% from 'm' import f %}{{ f() }}", {"m": "{% macro f() %}{{ n is defined }}{% endmacro %}"}),
    ("{% from 'm' import f with context %}{{ f() }}", {"m": "{% macro f() %}{{ n }}{% endmacro %}"}),
    ("{% from 'm' import _x %}", {"m": ""}),
    ("{% import 'm' as m %}{{ m }}", {"m": "text{% set v = 3 %}"}),
    ("{% import 'm' as m %}{{ m.nope }}", {"m": ""}),
    ("{% import 'm' as m %}{% call m.f() %}body{% endcall %}", {"m": "{% macro f() %}<{{ caller() }}>{% endmacro %}"}),
    ("{% include 'a' %}", {"a": "{% include 'a' %}"}),
    ("{% include 'a' %}", {"a": "{{ nope }}"}),
    ("{% include 'a' %}", {"a": "{% if %}"}),
    ("{% include 'child' %}", {"child": "{% extends 'base' %}{% block b %}c{% endblock %}", "base": "<{% block b %}{% endblock %}>"}),
]

WHITE_SPACE = [
    "  {% if yes %}\n  a\n  {% endif %}\nb",
    "{% if yes %}\n\na{% endif %}\n\nb",
    "  {{ n }}\n  {{ n }}  \n",
    "a\n  {%- if yes %}\n b\n {%- endif +%}\n c",
    "a\n  {%+ if yes %}\n b\n  {%+ endif %}\n c",
    "a {{- n -}} b",
    "a\n\n {{- n -}} \n\n b",
    "{{-1}}",
    "{{+1}}",
    "{{ 1 -}}  x",
    "a\n  {# c #}\n b",
    "a\n  {#- c -#}\n b",
    "a\n  {#+ c +#}\n b",
    "x  {# c #}\n b",
    "{# a #}\n{# b #}\nx",
    "  {% raw %}  \n  x  {% endraw %}  \n y",
    "  {%- raw -%}  \n  x  {%- endraw -%}  \n y",
    "a {% raw %}\n x {%+ endraw +%}\n y",
    "{% for i in [1, 2] %}\n  {{ i }}\n{% endfor %}\n",
    "{% for i in [1, 2] -%}\n  {{ i }}\n{%- endfor %}\n",
    "\t{% set x = 1 %}\t\n\t{{ x }}\n",
    "a  {% if yes %}b{% endif %}",
    "{% if yes %}a{% endif %}  {% if yes %}b{% endif %}\n",
    "{{ n }}  {% if yes %}b{% endif %}\n  {% if yes %}\nc{% endif %}",
    "  {% if yes %}  {% if yes %}  x{% endif %}  {% endif %}  ",
    "line\n    {% if yes -%}\n    x\n    {%- endif %}\n\nend\n",
    "\n\n",
    "a\n\n\n",
    "x\n{% macro m() %}\n  body\n{% endmacro %}\n{{ m() }}\n",
    "{%- set x = 1 -%}\n  y",
    "{% if yes -%}   {% endif %}  \n",
]

DELIMITERS = [
    ("<% if yes %>a<% endif %> << n >> <# c #>", {"block_start_string": "<%", "block_end_string": "%>", "variable_start_string": "<<", "variable_end_string": ">>", "comment_start_string": "<#", "comment_end_string": "#>"}),
    ("<% if yes %>a<% endif %> <%= n %>", {"block_start_string": "<%", "block_end_string": "%>", "variable_start_string": "<%=", "variable_end_string": "%>"}),
    ("[[ n ]] {{ n }} [[[1]]]", {"variable_start_string": "[[", "variable_end_string": "]]"}),
    ("${n} ${ {'a': 1}['a'] }", {"variable_start_string": "${", "variable_end_string": "}"}),
]

AUTOESCAPE = [
    "{{ html }}",
    "{{ html | safe }}",
    "{{ html | e }}",
    "{{ html ~ 'x' }}",
    "{{ '<' ~ html | safe }}",
    "{{ '<' + html | safe }}",
    "{{ ('<' | safe) + html }}",
    "{% set x %}<b>{{ html }}</b>{% endset %}{{ x }}",
    "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m('<') }}",
    "{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}<{% endcall %}",
    "{% filter upper %}<b>{{ html }}</b>{% endfilter %}",
    "{{ [html] }}",
    "{{ [html] | join('<') }}",
    "{{ [html | safe] | join('<') }}",
    "{{ [html, 1] | join('<' | safe) }}",
    "{{ html | upper }}{{ html | safe | upper }}",
    "{{ html | replace('<', '&') }}",
    "{{ html | safe | replace('<', '&') }}",
    "{{ {'a': '<'} | xmlattr }}",
    "{{ user | tojson }}",
    "{{ '<' | e | length }}",
    "{{ html | striptags }}",
    "{% autoescape false %}{{ html }}{% endautoescape %}{{ html }}",
    "{% block a %}<{{ html }}{% endblock %}{{ self.a() }}",
    "{{ '<' * 2 }}{{ ('<' | safe) * 2 }}",
    "{{ ('<b>' | safe).upper() }}{{ ('<b>' | safe)[0] }}",
    "{{ none }}{{ 1 }}{{ true }}",
    "{{ '%s' | format('<') }}",
    "{{ html | indent }}{{ html | trim }}{{ html | title }}",
    "{{ 'http://a.hu/?a=1&b=2 <x>' | urlize }}{{ html | urlize }}{{ html | safe | urlize }}",
    "{{ html | pprint }}{{ [html | safe] | pprint }}{{ (html | safe) | pprint }}",
    "{{ lipsum(1).startswith('<p>') }}{{ lipsum(1, false) is escaped }}",
]


def lines_of(text):
    return [line for line in text.split("\n") if line]


LINE_SYNTAX = [
    "a\n# for x in [1, 2]\n  {{ x }}\n# endfor\nb\n",
    "# for x in [1, 2]:\n{{ x }}\n# endfor\n",
    "  # if yes\n  in\n  # endif\n  out",
    "# if yes\n\n\n   in\n\n# endif\n\n\nout\n",
    "a # if yes\nin\n# endif\n",
    "a\n#- if yes\n in\n #- endif\nb",
    "a\n#+ if yes\n in\n #+ endif\nb",
    "# set x = [\n1,\n2\n]\n{{ x }}",
    "# set x = {'a': [1,\n 2], 'b': (3)}\n{{ x }}\n",
    "# set x = '#'\n{{ x }}",
    "## gone\nstays ## gone\n{{ n }} ## gone\n",
    "a##b\n   ## gone\nc",
    "a  ##b\n##\n\n ## x",
    "{{ n }}## gone",
    "{# # if #}\n{{ '# if' }}\n{{ '## x' }}",
    "{% raw %}\n# if yes\n## x\n{% endraw %}\n",
    "# if no\n# else\nelse\n# endif",
    "# macro m(a)\n<{{ a }}>\n# endmacro\n{{ m(1) }}{{ m(2) }}",
    "#if yes\nx\n#endif",
    "{% if yes %}\n# set a = 1\n{{ a }}\n{% endif %}\n",
    "{% if yes %}# set a = 1\n{% endif %}\n",
    "# if yes\nx",
    "# set x = (1\n",
    "# nonsense\n",
    "# for x in [1]\r\n{{ x }}\r\n# endfor\r\n",
    "x ## c\r\ny\n",
    "\n# if yes\n\n# endif\n",
    "# if yes  \n  \n  in\n# endif  \t\nout",
]

NEW_LINES = [
    "a\nb\r\nc\rd\n",
    "{% if yes %}\nx\n{% endif %}\n",
    "{% set x %}\na\n{% endset %}{{ x }}",
    "{{ 'a\\nb' }}\n{{ text }}",
    "{{ 'a\nb' }}\n{{ 'a\\\nb' }}",
    "{% raw %}\n{{ x }}\n{% endraw %}",
]


def line_cases():
    cases = []
    for text in LINE_SYNTAX:
        # Line ends that nobody asks to change are Jinja2's to turn, and ours to keep.
        ends = {"newline_sequence": "\n"} if "\r" in text else {}
        for more in ({}, {"trim_blocks": True, "lstrip_blocks": True},
                     {"keep_trailing_newline": True}):
            options = {"line_statement_prefix": "#", "line_comment_prefix": "##", **ends, **more}
            cases.append({"template": text, "options": options})
        options = {"line_statement_prefix": "%", "line_comment_prefix": "%%", **ends}
        cases.append({"template": text.replace("#", "%"), "options": options})
    for text in NEW_LINES:
        for sequence in ("\n", "\r\n", "\r"):
            for keep in (False, True):
                options = {"newline_sequence": sequence, "keep_trailing_newline": keep}
                cases.append({"template": text, "options": options})
    return cases


def all_cases():
    templates = []
    for group in (PRINTING, OPERATORS, TESTS, FILTERS, METHODS, BUILTINS):
        for line in lines_of(group):
            # A line with several tags shows each on its own too, so that one failure hides no other.
            templates.append(line)
            if "{%" not in line and line.count("{{ ") > 1:
                templates += ["{{ " + part for part in line.split("{{ ")[1:]]
    cases = [{"template": template} for template in templates + STATEMENTS]
    cases += [{"template": text, "files": files} for text, files in INHERITANCE]
    for trim in (False, True):
        for lstrip in (False, True):
            for keep in (False, True):
                options = {"trim_blocks": trim, "lstrip_blocks": lstrip, "keep_trailing_newline": keep}
                cases += [{"template": text, "options": options} for text in WHITE_SPACE]
    cases += [{"template": text, "options": options} for text, options in DELIMITERS]
    cases += line_cases()
    cases += [{"template": text, "options": {"autoescape": True}} for text in AUTOESCAPE]
    return [{"context": dict(CONTEXT, name_of="base"), **case} for case in cases]
