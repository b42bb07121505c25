"""Every gate that a report has to pass, over any number of report folders; one line a page, and what is wrong with it.

usage: check_reports.py CHECK.py FOLDER… [--gallery FOLDER]

CHECK.py judges one page (layout, accessibility, names, requests) and prints its findings as JSON. Here: weight, opening
time, printed pages, type on paper, and the same pages in Firefox. A gallery is no report: it is neither weighed nor
printed.
"""

import base64
import concurrent.futures
import gzip
import io
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import pypdf
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from firefox import FAULTS, Firefox

PAGE_KILOBYTES, PAGE_ZIPPED_KILOBYTES, SINGLE_KILOBYTES = 150, 40, 1536
OPENING_MILLISECONDS = 150
PAGES_PRINTED = 8
LEAST_POINTS = 6.5
# A sheet with less than this many characters is a line that ran over.
LEAST_CHARACTERS = 300
WIDTHS = (390, 1280)
SINGLE = "report.html"


class Findings:
    def __init__(self):
        self.wrong, self.told = {}, {}

    def expect(self, page, holds, what):
        if not holds:
            self.wrong.setdefault(page, []).append(what)

    def tell(self, page, words):
        self.told.setdefault(page, []).append(words)

    def report(self, pages):
        for page in pages:
            faults = self.wrong.get(page, [])
            print(f"{'FAIL' if faults else 'ok  '} {page}: {', '.join(self.told.get(page, []))}")
            for fault in faults:
                print(f"     {fault}")
        failed = [page for page in pages if page in self.wrong]
        print(f"Pages: {len(pages)} checked, {len(failed)} failed{': ' if failed else ''}{', '.join(map(str, failed))}")
        return not failed


def judge(check, page):
    run = subprocess.run([sys.executable, check, page], capture_output=True, text=True)
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        return {"gates": {f"the check ran: {(run.stderr or run.stdout).strip()[-300:]}": False}}


def explain(result, gate):
    """What the check found behind a gate that does not hold."""
    layout = result.get("layout", {})
    found = {
        "axe": lambda: {key: value.get("violations", value) for key, value in result["axe"].items()},
        "no text overlap": lambda: {width: value["text_problems"] for width, value in layout.items()},
        "no sideways scroll": lambda: {width: value["h_overflow"] for width, value in layout.items()},
        "text 11 px or more": lambda: {width: value["min_svg_text_px"] for width, value in layout.items()},
        "targets 24 px": lambda: {width: value["small_targets"] for width, value in layout.items()},
        "html valid": lambda: result["vnu"], "html parses": lambda: result["html5lib_errors"],
        "charts named": lambda: result["svg_name_problems"], "unique ids": lambda: result["duplicate_ids"],
        "console silent": lambda: result["console"],
        "no external reference": lambda: [result["external_refs"], result["network_requests"]],
    }
    details = found.get(gate, lambda: "")()
    if isinstance(details, dict):
        details = {key: value for key, value in details.items() if value}
    return f"{gate}: {json.dumps(details, ensure_ascii=False)[:600]}"


def weigh(page, findings):
    content = page.read_bytes()
    raw, zipped = len(content) / 1024, len(gzip.compress(content, 9)) / 1024
    findings.tell(page, f"{raw:.0f} KB, {zipped:.0f} KB zipped")
    if page.name == SINGLE:
        findings.expect(page, raw <= SINGLE_KILOBYTES, f"weighs {raw:.0f} KB; expected {SINGLE_KILOBYTES}")
    else:
        findings.expect(page, raw <= PAGE_KILOBYTES, f"weighs {raw:.1f} KB; expected {PAGE_KILOBYTES}")
        findings.expect(page, zipped <= PAGE_ZIPPED_KILOBYTES, f"{zipped:.1f} KB zipped; expected {PAGE_ZIPPED_KILOBYTES}")


class Chromium:
    def __init__(self):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
            options.add_argument(argument)
        options.binary_location = shutil.which("chromium")
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        # A sheet has none; beside one the page would be 15 px narrower than on paper.
        self.driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})

    def opening(self, page):
        """Milliseconds from the request to the end of loading, the median of five."""
        times = []
        for _ in range(5):
            self.driver.get(page.as_uri())
            times.append(
                self.driver.execute_script('return performance.getEntriesByType("navigation")[0].loadEventEnd'))
        return statistics.median(times)

    def printed(self, page):
        self.driver.get(page.as_uri())
        answer = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        return base64.b64decode(answer["data"])

    def faults_on_paper(self, page, width):
        """What overlaps or is cut where the printed area is so many pixels wide."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
        self.driver.get(page.as_uri())
        faults = self.driver.execute_script(FAULTS)[2]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        return faults

    def close(self):
        self.driver.quit()


def smallest_type(page):
    """The smallest text of a printed page in points, and what it says."""
    sizes = []

    def visit(text, outer, inner, _, size):
        if text.strip():
            scale = abs(outer[0] * outer[3] - outer[1] * outer[2]) ** 0.5 * abs(inner[0] * inner[3] - inner[1] * inner[2]) ** 0.5
            sizes.append((size * scale, text.strip()))

    page.extract_text(visitor_text=visit)
    return min(sizes, default=(99, ""))


def check_print(page, chromium, findings, scratch):
    """A4 as the page says, and US Letter, for which the sheet's size is put in another copy."""
    letter = scratch / f"letter-{page.parent.name}-{page.name}"
    text = page.read_text(encoding="utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    letter.write_text(text.replace("@page{size:A4;", "@page{size:letter;"), encoding="utf-8")
    most = PAGES_PRINTED if page.name == SINGLE else 1
    for name, source, size, width in (("A4", page, (210, 297), 710), ("Letter", letter, (216, 279), 733)):
        for fault in chromium.faults_on_paper(source, width)[:8]:
            findings.expect(page, False, f"on {name}: {fault}")
        pdf = pypdf.PdfReader(io.BytesIO(chromium.printed(source)))
        sheets = pdf.pages
        found = tuple(round(float(side) * 25.4 / 72) for side in sheets[0].mediabox[2:])
        findings.tell(page, f"{len(sheets)} {name}")
        findings.expect(page, found == size, f"printed on {found} mm; expected {name}, {size}")
        findings.expect(page, len(sheets) <= most, f"prints on {len(sheets)} sheets of {name}; expected {most}")
        for number, sheet in enumerate(sheets, 1):
            count = len(sheet.extract_text())
            findings.expect(
                page, count >= LEAST_CHARACTERS, f"{name} sheet {number} holds {count} characters: a line that ran over?")
            points, words = smallest_type(sheet)
            findings.expect(
                page, points >= LEAST_POINTS - 0.05, f"{name} sheet {number}: {points:.1f} pt: {words[:40]!r}")


def main():
    check, folders, gallery = sys.argv[1], [], []
    for argument in sys.argv[2:]:
        if argument == "--gallery":
            gallery = [pathlib.Path(sys.argv[-1]).resolve()]
            break
        folders.append(pathlib.Path(argument).resolve())
    reports = [page for folder in folders for page in sorted(folder.glob("*.html"))]
    shown = [page for folder in gallery for page in sorted(folder.glob("*.html"))]
    if not reports + shown:
        raise SystemExit("no page to check; expected folders with index.html; run make report")
    findings = Findings()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for page, result in zip(reports + shown, pool.map(lambda page: judge(check, page), reports + shown)):
            for gate, holds in result["gates"].items():
                if not holds:
                    findings.expect(page, False, explain(result, gate))

    scratch = pathlib.Path(tempfile.mkdtemp(prefix="report-checks-"))
    chromium = Chromium()
    try:
        for page in reports:
            weigh(page, findings)
            if page.name != SINGLE:
                time = chromium.opening(page)
                findings.tell(page, f"{time:.0f} ms to open")
                findings.expect(
                    page, time <= OPENING_MILLISECONDS, f"opens in {time:.0f} ms; expected {OPENING_MILLISECONDS}")
            if page.name in (SINGLE, "index.html"):
                check_print(page, chromium, findings, scratch)
    finally:
        chromium.close()
        shutil.rmtree(scratch, ignore_errors=True)

    firefox = Firefox(shutil.which("firefox-esr") or shutil.which("firefox"))
    try:
        for page in reports + shown:
            for width in WIDTHS:
                charts, characters, faults = firefox.faults(page, width)
                findings.expect(page, characters > 200, f"Firefox at {width}: {characters} characters of text")
                for fault in faults[:8]:
                    findings.expect(page, False, f"Firefox at {width}: {fault}")
            findings.tell(page, f"{charts} charts in Firefox")
    finally:
        firefox.close()
    sys.exit(0 if findings.report(reports + shown) else 1)


main()
