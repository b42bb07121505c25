"""The README's pictures of the example report: the summary in light and dark, on a phone, and a printed page.

usage: pictures.py REPORT FOLDER        REPORT holds index.html and report.html
"""

import base64
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

MOST_BYTES = 150 * 1024
# The printed page beside the summary shows how a whole question looks on paper.
PRINTED_SHEET = 2


class Camera:
    def __init__(self):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--force-color-profile=srgb", "--force-prefers-reduced-motion"):
            options.add_argument(argument)
        options.binary_location = shutil.which("chromium")
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))

    def shot(self, page, width, height, theme, scale=1):
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600})
        self.driver.get(page.as_uri())
        answer = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        return Image.open(io.BytesIO(base64.b64decode(answer["data"])))

    def sheet(self, page, number):
        self.driver.get(page.as_uri())
        answer = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        with tempfile.TemporaryDirectory() as folder:
            pdf = pathlib.Path(folder) / "report.pdf"
            pdf.write_bytes(base64.b64decode(answer["data"]))
            subprocess.run(
                ["pdftoppm", "-png", "-r", "110", "-f", str(number), "-l", str(number), "-singlefile", pdf,
                 pdf.with_suffix("")], check=True)
            return Image.open(pdf.with_suffix(".png")).convert("RGB")

    def close(self):
        self.driver.quit()


def save(image, path):
    """As few colours as the weight asks for: the drawings are flat."""
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        image.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            path.write_bytes(out.getvalue())
            print(f"{path}: {out.tell() // 1024} KB")
            return
    raise SystemExit(f"{path}: {out.tell() // 1024} KB with 32 colours; expected {MOST_BYTES // 1024}")


def main():
    report, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera()
    try:
        index = report / "index.html"
        save(camera.shot(index, 1280, 1240, "light"), folder / "summary-light.png")
        save(camera.shot(index, 1280, 1240, "dark"), folder / "summary-dark.png")
        save(camera.shot(index, 390, 1100, "light", 2), folder / "phone.png")
        save(camera.sheet(report / "report.html", PRINTED_SHEET), folder / "printed.png")
    finally:
        camera.close()


main()
