import sys

import pandas

frame = pandas.read_csv(sys.argv[1])
assert len(frame) > 0
