"""Times Fairlead against its peers on the same machine in the same run, and writes the table of the README.

usage: run.py FAIRLEAD CHARTBENCH [--quick]

Each pair is run five times in turn; a figure is the median, a ratio that of the medians. "Spread" is the largest of five
divided by the smallest, of whichever of the two spreads more: near 1 on a quiet machine. Time is that on the clock where
a job may use two threads, else processor time, which other work on the machine disturbs less.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")
TOOL = os.path.abspath(sys.argv[1])
CHARTS = os.path.abspath(sys.argv[2])
ROWS = 100_000 if "--quick" in sys.argv else 1_000_000
RUNS = 5


class Job:
    """One command, made ready anew before each run."""

    def __init__(self, command, before=None, stdin=None, environment=None):
        self.command = command
        self.before = before
        self.stdin = stdin
        self.environment = {**os.environ, **(environment or {})}
        self.wall, self.processor, self.memory = [], [], []

    def run(self):
        if self.before:
            self.before()
        start = os.times().elapsed
        with open(self.stdin or os.devnull) as source:
            process = subprocess.Popen(
                self.command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=self.environment
            )
            errors = process.stderr.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise SystemExit(f"{' '.join(self.command)}: ended with {status}: {errors}")
        self.wall.append(os.times().elapsed - start)
        self.processor.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)


def compare(name, ours, peer, peer_name, aim, clock=False):
    """A row of the table. `aim`: the ratio of the peer's time to ours that is wanted."""
    for _ in range(RUNS):
        ours.run()
        peer.run()
    mine, theirs = (ours.wall, peer.wall) if clock else (ours.processor, peer.processor)
    spread = max(max(times) / min(times) for times in (mine, theirs))
    ratio = statistics.median(theirs) / statistics.median(mine)
    print(f"{name}: {statistics.median(mine):.2f} s against {statistics.median(theirs):.2f} s", file=sys.stderr)
    return (
        f"| {name} | {statistics.median(mine):.2f} s | {peer_name} {statistics.median(theirs):.2f} s "
        f"| {ratio:.2f} | {aim} | {spread:.2f} | {statistics.median(ours.memory):.0f} MB |"
    )


def draw(folder):
    """Two rows of the table: twelve charts in a page against the same twelve by the peer, and the example report, all of
    its pages, from results in memory. Each program times its own drawing, without start and reading; both that draw twelve
    charts have drawn them once before, so that fonts are loaded."""
    sample = os.path.join(os.path.dirname(HERE), "SampleData")
    shared = ["-C", os.path.join(folder, "example"), "--config", os.path.join(sample, "fairlead.yml"), "--quiet"]
    subprocess.run([TOOL, "new", os.path.join(folder, "example")], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([TOOL, "build", *shared, "--inbox", sample], check=True)
    commands = {
        "report": [TOOL, "report", *shared, "--json"], "charts": [CHARTS],
        "peer": [sys.executable, os.path.join(PEERS, "draw_report.py")],
    }
    seconds = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            seconds[name].append(json.loads(text)["renderSeconds"] if name == "report" else float(text))
    median = {name: statistics.median(times) for name, times in seconds.items()}
    spread = {name: max(times) / min(times) for name, times in seconds.items()}
    print(f"drawing: {median}", file=sys.stderr)
    ratio = median["peer"] / median["charts"]
    return [
        f"| 12 charts and tables in a page | {1000 * median['charts']:.1f} ms | pandas, matplotlib, jinja2 "
        f"{1000 * median['peer']:.0f} ms | {ratio:.0f} | 100 | {max(spread['charts'], spread['peer']):.2f} | |",
        f"| `report`, all pages and files from results in memory | {1000 * median['report']:.0f} ms | | | 50 ms "
        f"| {spread['report']:.2f} | |",
    ]


def main():
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        subprocess.run([sys.executable, os.path.join(HERE, "make_data.py"), data, str(ROWS)], check=True)
        loop = os.path.join(folder, "xml_loop")
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], check=True, capture_output=True, text=True)
        subprocess.run(["cc", "-O2", "-o", loop, os.path.join(PEERS, "xml_loop.c"), *flags.stdout.split()], check=True)
        script = os.path.join(folder, "import.sql")
        database = os.path.join(folder, "import.sqlite")
        with open(script, "w") as file:
            file.write(
                "PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n.mode csv\n"
                f".import {os.path.join(data, 'plain.csv')} campaigns\n"
            )
        shop = os.path.join(folder, "shop")

        def empty_workspace():
            shutil.rmtree(shop, ignore_errors=True)
            subprocess.run([TOOL, "new", shop], check=True, stdout=subprocess.DEVNULL)

        def empty_database():
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(database + ending):
                    os.remove(database + ending)

        def read(name):
            return Job([TOOL, "read", os.path.join(data, name)])

        def peer(name, file, environment=None):
            return Job([sys.executable, os.path.join(PEERS, name), os.path.join(data, file)], environment=environment)

        def ingest(name):
            return Job([TOOL, "ingest", "-C", shop, "--quiet", os.path.join(data, name)], before=empty_workspace)

        rows = [
            compare(f"`read`, {ROWS:,} rows of 12 columns", read("plain.csv"), peer("read_pandas.py", "plain.csv"), "pandas", "4"),
            compare(
                f"`read`, {ROWS:,} rows of 12 columns", read("plain.csv"),
                peer("read_polars.py", "plain.csv", {"POLARS_MAX_THREADS": "1"}), "polars, one thread", "0.7",
            ),
            compare(
                f"`ingest`, {ROWS:,} rows, typed, keyed, with lineage", ingest("campaigns.csv"),
                Job(["sqlite3", database], before=empty_database, stdin=script), "`sqlite3 .import`, untyped", "0.67", clock=True,
            ),
            compare(f"`read`, {ROWS // 4:,} records of XML", read("pages.xml"), Job([loop, os.path.join(data, "pages.xml")]), "libxml2's bare loop", "0.6"),
            compare(f"`read`, workbook of {ROWS // 10:,} × 10 cells", read("report.xlsx"), peer("read_openpyxl.py", "report.xlsx"), "openpyxl, read only", "10"),
        ]
        rows += draw(folder)
        tenth, whole = ingest("campaigns-tenth.csv"), ingest("campaigns.csv")
        for _ in range(RUNS):
            tenth.run()
            whole.run()
        times = statistics.median(whole.wall) / statistics.median(tenth.wall)
        memory = statistics.median(whole.memory) / statistics.median(tenth.memory)
    table = ["| what | Fairlead | peer | ratio | aim | spread | memory |", "|---|---|---|---|---|---|---|", *rows]
    text = "\n".join(table) + (
        f"\n\nRatio: the peer's time by Fairlead's, so 2 is twice as fast. Ten times the rows take {times:.1f} times the time of "
        f"`ingest` (aim: at most 12) and {memory:.2f} times the memory (aim: at most 1.2).\n"
    )
    print(text)
    readme = os.path.join(os.path.dirname(HERE), "README.md")
    with open(readme) as file:
        before, rest = file.read().split("<!-- benchmarks -->\n", 1)
    after = rest.split("<!-- /benchmarks -->", 1)[1]
    with open(readme, "w") as file:
        file.write(f"{before}<!-- benchmarks -->\n{text}<!-- /benchmarks -->{after}")


main()
