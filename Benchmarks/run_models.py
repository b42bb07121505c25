"""Times the models against their peers on the same data in the same run, and writes the table of the README and the plot
of growth.

usage: run_models.py MODELBENCH [--quick]

Each pair is run five times in turn on one thread; a figure is the median of the processor time of the work alone, without
reading the data. "Spread" is the largest of five divided by the smallest, of whichever of the two spreads more.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOOL = os.path.abspath(sys.argv[1])
QUICK = "--quick" in sys.argv
RUNS = 3 if QUICK else 5
MILLION = 100_000 if QUICK else 1_000_000

# Title, our work, the peer's works of which the faster counts, rows, the aim for our time by the peer's, the peer's name.
WORKS = [
    ("k-means, k 8, 10 iterations", "kmeans-iterations", ["kmeans-iterations"], MILLION, 0.5, "scikit-learn Lloyd"),
    ("k-means, k 8, to the end", "kmeans-8", ["kmeans-8-lloyd", "kmeans-8-elkan"], MILLION, 0.4, "scikit-learn, its better"),
    ("k-means, k 50, to the end", "kmeans-50", ["kmeans-50-lloyd", "kmeans-50-elkan"], MILLION, 0.4, "scikit-learn, its better"),
    ("Gaussian mixture, full, 20 iterations", "mixture", ["mixture"], MILLION, 0.25, "scikit-learn"),
    ("logistic regression, L2", "logistic", ["logistic"], MILLION, 0.5, "scikit-learn lbfgs"),
    ("boosted trees, 100 × 31 leaves", "boost-train", ["boost-train"], MILLION, 1.0, "LightGBM"),
    ("their scores for a fifth of the rows", "boost-predict", ["boost-predict"], MILLION, 0.7, "LightGBM"),
    ("random forest, 100 trees", "forest", ["forest"], MILLION // 10, 0.5, "scikit-learn"),
    ("BG/NBD", "lifetime", ["lifetime"], MILLION, 0.05, "SciPy L-BFGS-B"),
    ("slices of up to 3 conditions, 8 columns", "slices", ["slices"], 32_000, 0.1, "SliceLine"),
    ("contributions to 10,000 scores", "contributions", ["contributions"], MILLION // 10, 0.7, "LightGBM pred_contrib"),
]
GROWTH = ["kmeans-iterations", "mixture", "logistic", "boost-train", "lifetime"]
SIZES = [10_000, 100_000] if QUICK else [10_000, 100_000, 1_000_000, 10_000_000]


def run(command):
    """What the work itself says it took, and the most memory of the whole process in megabytes."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)}: ended with {status}: {text}")
    return {**json.loads(text), "memory": usage.ru_maxrss / 1024}


def ours(work, folder, rows):
    return run([TOOL, work, folder, str(rows), "1"])


def peer(work, folder, rows):
    return run([sys.executable, os.path.join(HERE, "peers", "models.py"), work, folder, str(rows), "1"])


def prepare(folder, rows):
    if not os.path.exists(os.path.join(folder, f"age-{rows}.f64")):
        subprocess.run([sys.executable, os.path.join(HERE, "model_data.py"), folder, str(rows)], check=True)


def row(title, work, peers, rows, aim, name, folder):
    prepare(folder, rows)
    mine, theirs = [], {work: [] for work in peers}
    for _ in range(RUNS):
        mine.append(ours(work, folder, rows))
        for other in peers:
            theirs[other].append(peer(other, folder, rows))
    best = min(theirs.values(), key=lambda runs: statistics.median(one["processor"] for one in runs))
    times = [[one["processor"] for one in runs] for runs in (mine, best)]
    spread = max(max(both) / min(both) for both in times)
    seconds = [statistics.median(both) for both in times]
    memory = [statistics.median(one["memory"] for one in runs) for runs in (mine, best)]
    check = [runs[0]["check"] for runs in (mine, best)]
    print(f"{title}: {seconds[0]:.3f} s against {seconds[1]:.3f} s", file=sys.stderr)
    return (
        f"| {title} | {rows:,} | {seconds[0]:.2f} s | {name} {seconds[1]:.2f} s | {seconds[0] / seconds[1]:.2g} | {aim} "
        f"| {check[0]:.5g} / {check[1]:.5g} | {memory[0]:.0f} / {memory[1]:.0f} MB | {spread:.2f} |"
    )


def growth(folder):
    """Seconds by work and rows; the median of three."""
    found = {}
    for rows in SIZES:
        prepare(folder, rows)
        for work in GROWTH:
            found.setdefault(work, []).append(
                (rows, statistics.median(ours(work, folder, rows)["processor"] for _ in range(3)))
            )
        for name in os.listdir(folder):
            if rows > MILLION and name.endswith(f"-{rows}.f64"):
                os.remove(os.path.join(folder, name))
    return found


def plot(found):
    """Both scales logarithmic, so that cost that grows with the rows is a line of slope 1."""
    width, height, left, top, right, bottom = 720, 420, 64, 24, 170, 44
    low, high = -3, max(math.ceil(math.log10(seconds)) for points in found.values() for _, seconds in points)
    first, last = math.log10(SIZES[0]), math.log10(SIZES[-1])

    def x(rows):
        return left + (math.log10(rows) - first) / (last - first) * (width - left - right)

    def y(seconds):
        return top + (high - math.log10(max(seconds, 10**low))) / (high - low) * (height - top - bottom)

    colours = ["#1b6ca8", "#b4441d", "#2f7d4f", "#7a4fa3", "#8a6d00"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">',
        f'<title>Processor seconds by rows, 16 columns, one thread</title><rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        label = f"{10**power:g} s"
        parts.append(
            f'<line x1="{left}" x2="{width - right}" y1="{y(10**power):.1f}" y2="{y(10**power):.1f}" stroke="#ddd"/>'
            f'<text x="{left - 8}" y="{y(10**power) + 4:.1f}" text-anchor="end" fill="#333">{label}</text>'
        )
    for rows in SIZES:
        parts.append(f'<text x="{x(rows):.1f}" y="{height - bottom + 22}" text-anchor="middle" fill="#333">{rows:,}</text>')
    ends = sorted((y(points[-1][1]), work) for work, points in found.items())
    places, floor = {}, 0
    for end, work in ends:
        floor = max(end + 4, floor + 16)
        places[work] = floor
    for colour, (work, points) in zip(colours, found.items()):
        path = " ".join(f"{x(rows):.1f},{y(seconds):.1f}" for rows, seconds in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for rows, seconds in points:
            parts.append(f'<circle cx="{x(rows):.1f}" cy="{y(seconds):.1f}" r="3" fill="{colour}"/>')
        parts.append(f'<text x="{width - right + 10}" y="{places[work]:.1f}" fill="{colour}">{work}</text>')
    return "\n".join(parts) + "\n</svg>\n"


def main():
    with tempfile.TemporaryDirectory() as folder:
        rows = [row(*work, folder) for work in WORKS]
        found = growth(folder)
    table = ["| work | rows × 16 | Fairlead | peer | ratio | aim | check, ours / peer's | memory | spread |"]
    text = "\n".join([*table, "|---|---|---|---|---|---|---|---|---|", *rows]) + "\n\n" + (
        "Ratio: Fairlead's time by the peer's, so .5 is twice as fast. The check is what the result is worth: inertia, mean "
        "log-likelihood, first weight, area under the curve, the best slice's score, mean size. [Growth](Benchmarks/growth.svg) with the rows.\n"
    )
    print(text)
    if QUICK:
        return
    with open(os.path.join(HERE, "growth.svg"), "w") as file:
        file.write(plot(found))
    readme = os.path.join(os.path.dirname(HERE), "README.md")
    with open(readme) as file:
        before, rest = file.read().split("<!-- model-benchmarks -->\n", 1)
    after = rest.split("<!-- /model-benchmarks -->", 1)[1]
    with open(readme, "w") as file:
        file.write(f"{before}<!-- model-benchmarks -->\n{text}<!-- /model-benchmarks -->{after}")


main()
