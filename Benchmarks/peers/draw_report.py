"""Twelve charts of a table in one page, as a report is usually made: pandas, matplotlib as SVG, jinja2. Prints seconds."""
import io
import time

import jinja2
import matplotlib
import numpy
import pandas

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

draws = numpy.random.Generator(numpy.random.PCG64(7))
days = pandas.date_range("2024-11-04", periods=104, freq="W")
frame = pandas.DataFrame({f"channel {n}": draws.random(104).cumsum() for n in range(6)}, index=days)
points = draws.standard_normal((400, 2))
page = jinja2.Template(
    "<!doctype html><title>Report</title>{% for chart in charts %}<section><h2>{{ chart.title }}</h2>{{ chart.drawing }}"
    "{{ chart.table }}</section>{% endfor %}"
)


def draw():
    charts = []
    for number in range(12):
        figure, axes = pyplot.subplots(figsize=(7, 3.5))
        if number % 4 == 0:
            frame.plot(ax=axes)
        elif number % 4 == 1:
            frame.sum().plot.barh(ax=axes)
        elif number % 4 == 2:
            axes.scatter(points[:, 0], points[:, 1], s=4)
        else:
            axes.imshow(frame.tail(12).to_numpy())
        axes.set_title(f"Chart {number}")
        out = io.StringIO()
        figure.savefig(out, format="svg")
        pyplot.close(figure)
        charts.append({"title": f"Chart {number}", "drawing": out.getvalue(), "table": frame.tail(26).to_html()})
    return page.render(charts=charts)


draw()
start = time.perf_counter()
assert len(draw()) > 10_000
print(time.perf_counter() - start)
