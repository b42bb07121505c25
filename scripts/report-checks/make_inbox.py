"""Writes exports that reports seldom meet, the same bytes each time: almost nothing, and far too much with odd names.

usage: make_inbox.py sparse|opening FOLDER          three weeks of one advertising account; a shop's first two orders
       make_inbox.py stress FOLDER SIMULATED        500 campaigns over the years of a simulated business
"""

import csv
import datetime
import io
import pathlib
import sys

CAMPAIGN_COLUMNS = [
    "Day", "Campaign status", "Campaign", "Budget", "Budget name", "Budget type", "Status", "Campaign type", "Impr.",
    "Interactions", "Interaction rate", "Currency code", "Avg. cost", "Cost", "Clicks", "Conv. rate", "Conversions",
    "Conv. value", "Cost / conv.",
]
KINDS = ["Search", "Display", "Video", "Shopping", "Performance Max"]

# What stands for the simulated business's own campaigns: each has spend, customers and an estimate of its own.
ODD_NAMES = {
    "Brand": "UK_Brand_Exact_2026Q4_Conversions_Lookalike3pc_Desktop_v12_final2",
    "Generic - Jackets": "حملة الخريف: معاطف المطر الخفيفة للرحلات الجبلية",
    "Generic - Boots": "秋の新作トレッキングシューズ検索キャンペーン（全国・指名なし）",
    "Display - Prospecting": "<b>Bold</b> & <script>alert(1)</script>",
    "Display - Remarketing": "מבצע סתיו – נעלי הליכה",
    "Prospecting - Broad UK": "🏔️👨‍👩‍👧‍👦 Familienwandern – Herbst/Winter 🧦🧤",
    "Prospecting - Lookalike": "{{headline}} {{{style}}}",
    "Retargeting - Site visitors": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten",
}
MORE_NAMES = [
    "Autumn sale {}", "PMax_{}_EU_Catalogue-Long-Tail_AllProducts_tROAS350_2026_H2_ongoing_evergreen", "حملة {}",
    "検索 {}", "🧦 {}", "<i>{}</i>", "=SUM(A{})", "קמפיין {} לחורף", "x{}", "Ünïcödé – “quoted”, comma {}",
    "{} ".format("wide ") * 6 + "{}", "İstanbul & İzmir {}",
]


class Draws:
    """Numbers that look random and are the same on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit


def text(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write(folder, name, content):
    path = pathlib.Path(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="")


def campaign_row(day, name, kind, draws, budget):
    impressions = 200 + draws.below(budget * 40)
    clicks = 1 + impressions // (20 + draws.below(60))
    cents = clicks * (18 + draws.below(70))
    conversions = clicks * draws.below(6) // 100
    return [
        day.isoformat(), "Enabled", name, f"{budget}.00", " --", "Daily", "Eligible", kind, str(impressions), str(clicks),
        f"{100 * clicks / impressions:.2f}%", "GBP", f"{cents / 100 / clicks:.2f}", f"{cents / 100:.2f}", str(clicks),
        f"{100 * conversions / clicks:.2f}%", f"{conversions}.00", f"{conversions * 41}.00",
        f"{cents / 100 / conversions:.2f}" if conversions else "0.00",
    ]


def campaign_report(folder, rows, first, last):
    title = [["Campaign report"], [f"{first:%B} {first.day}, {first.year} - {last:%B} {last.day}, {last.year}"]]
    write(folder, "google-ads/Campaign report.csv", text(title + [CAMPAIGN_COLUMNS] + rows))


def sparse(folder):
    first = datetime.date(2026, 10, 12)
    days = [first + datetime.timedelta(n) for n in range(21)]
    draws = Draws(3)
    rows = [campaign_row(day, name, "Search", draws, 30) for name in ("Brand", "Generic") for day in days]
    campaign_report(folder, rows, days[0], days[-1])


def opening(folder):
    header = [
        "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Currency", "Subtotal", "Shipping", "Taxes",
        "Total", "Discount Code", "Discount Amount", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price",
        "Lineitem sku", "Billing Name", "Billing Country", "Refunded Amount", "Vendor", "Id",
    ]
    rows = []
    for number, (hour, price) in enumerate([("09:12:03", "24.00"), ("17:40:51", "61.00")]):
        at = f"2026-10-31 {hour} +0000"
        rows.append([
            f"#{1001 + number}", f"person{number}@example.org", "paid", at, "fulfilled", "GBP", price, "0.00", "0.00",
            price, "", "0.00", at, "1", "Wool Sock", price, f"S-{number}", f"Person {number}", "GB", "0.00", "Shop",
            f"{5604310000000 + number}",
        ])
    write(folder, "shopify/orders_export.csv", text([header] + rows))


def renamed(source, target):
    """The simulated business under odd names of its campaigns, in every file that names them."""
    for path in sorted(source.rglob("*")):
        if not path.is_file() or path.name in ("truth.json", "README.md"):
            continue
        content = path.read_text(encoding="utf-8") if path.suffix != ".gz" else None
        if path.suffix == ".csv" and any(name in content for name in ODD_NAMES):
            mark = "\ufeff" if content.startswith("\ufeff") else ""
            rows = csv.reader(io.StringIO(content[len(mark):]))
            content = mark + text([[ODD_NAMES.get(cell, cell) for cell in row] for row in rows])
        write(target, path.relative_to(source), content)


def stress(folder, simulated):
    source = pathlib.Path(simulated)
    renamed(source, pathlib.Path(folder))
    days = [
        line[:10] for path in sorted((source / "google-ads").glob("*.csv"))
        for line in path.read_text(encoding="utf-8").splitlines() if line[:4].isdigit()
    ]
    first, last = datetime.date.fromisoformat(min(days)), datetime.date.fromisoformat(max(days))
    span = (last - first).days
    draws = Draws(7)
    rows = []
    for number in range(500 - len(ODD_NAMES)):
        name = MORE_NAMES[number % len(MORE_NAMES)].replace("{}", str(number))
        # A few run for years; the last week has some of every kind.
        length = span if number < 6 else 20 + draws.below(100)
        start = 0 if number < 6 else span - length if number % 10 == 0 else draws.below(span - length)
        budget = 60 if number < 6 else 5 + draws.below(20)
        for day in range(start, start + length + 1):
            rows.append(campaign_row(first + datetime.timedelta(day), name, KINDS[number % len(KINDS)], draws, budget))
    campaign_report(pathlib.Path(folder) / "second-account", rows, first, last)


def main():
    kind, folder = sys.argv[1], sys.argv[2]
    if kind == "stress":
        stress(folder, sys.argv[3])
    else:
        {"sparse": sparse, "opening": opening}[kind](folder)


main()
