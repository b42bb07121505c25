"""Writes the tables that the models are timed on: the same bytes each time, little-endian doubles, row by row.

usage: model_data.py FOLDER ROWS
"""

import os
import sys

import numpy


def mixture(rows, columns=16, groups=8):
    """Eight round groups that overlap little, and an outcome that depends on the columns in ways of all kinds."""
    draw = numpy.random.Generator(numpy.random.PCG64(7))
    centres = draw.uniform(-10, 10, (groups, columns))
    spreads = draw.uniform(1.5, 4, (groups, columns))
    group = draw.integers(0, groups, rows)
    features = centres[group] + spreads[group] * draw.standard_normal((rows, columns))
    score = (
        0.15 * features[:, 0] - 0.1 * features[:, 1] + 0.02 * features[:, 2] * features[:, 3]
        + 0.8 * (features[:, 4] > 2) + 0.5 * numpy.sin(features[:, 5]) - 1.2
    )
    outcomes = draw.random(rows) < 1 / (1 + numpy.exp(-score))
    return features, outcomes.astype(float)


def histories(rows):
    """Purchases of customers who buy at a rate of their own until they leave (the BG/NBD's own story), over 39 weeks at most."""
    draw = numpy.random.Generator(numpy.random.PCG64(8))
    rate = draw.gamma(0.25, 1 / 4.4, rows)
    leaving = draw.beta(0.8, 2.4, rows)
    age = draw.integers(27 * 7, 39 * 7 + 1, rows) / 7
    frequency, recency, clock = numpy.zeros(rows), numpy.zeros(rows), numpy.zeros(rows)
    alive = numpy.ones(rows, bool)
    while alive.any():
        clock[alive] += draw.exponential(1 / rate[alive])
        alive &= clock <= age
        frequency[alive] += 1
        recency[alive] = clock[alive]
        alive &= draw.random(rows) >= leaving
    # Exports know days.
    return frequency, numpy.minimum(numpy.ceil(recency * 7) / 7, age), age


def people(rows):
    """Eight columns of 2 to 12 levels, as a census has them, and errors that gather where two of them meet."""
    draw = numpy.random.Generator(numpy.random.PCG64(9))
    levels = [2, 3, 4, 5, 6, 8, 10, 12]
    columns = [numpy.minimum(draw.geometric(2 / (count + 1), rows) - 1, count - 1) for count in levels]
    chance = 0.1 + 0.3 * ((columns[0] == 1) & (columns[4] == 2)) + 0.2 * (columns[6] > 7)
    return numpy.stack(columns, axis=1).astype(float), (draw.random(rows) < chance).astype(float)


def main():
    folder, rows = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    features, outcomes = mixture(rows)
    tables = {"features": features, "outcomes": outcomes}
    tables.update(zip(("levels", "errors"), people(rows)))
    tables.update(zip(("frequency", "recency", "age"), histories(rows)))
    for name, values in tables.items():
        values.astype("<f8").tofile(os.path.join(folder, f"{name}-{rows}.f64"))


main()
