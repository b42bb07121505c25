"""Firefox without a window, spoken to in its own protocol (Marionette), so that no driver has to be installed.

A page is opened in a frame of the wanted width: a window without a screen cannot be as narrow as a phone.
"""

import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

# One line for each fault: text over text in a chart, text outside its card or the page, a page wider than its frame.
FAULTS = """
const out = [];
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) out.push("page is " + document.documentElement.scrollWidth + " px wide");
for (const chart of document.querySelectorAll("svg[role=img]")) {
  const texts = [...chart.querySelectorAll("text")].map(e => [e, e.getBoundingClientRect()])
    .filter(([e, r]) => r.width > 0 && getComputedStyle(e).display != "none");
  const card = chart.closest(".card, .kpi");
  const box = card && card.getBoundingClientRect();
  texts.forEach(([e, a], i) => {
    if (a.right > width + 1 || a.left < -1) out.push("off the page: " + e.textContent);
    else if (box && (a.right > box.right - 2 || a.left < box.left + 2)) out.push("outside its card: " + e.textContent);
    for (const [f, b] of texts.slice(i + 1)) {
      const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (w > 1 && h > 3) out.push("overlap: " + e.textContent + " | " + f.textContent);
    }
  });
}
for (const cell of document.querySelectorAll(".card :is(th, td, h3, p, .tag)")) {
  const box = cell.getBoundingClientRect(), card = cell.closest(".card").getBoundingClientRect();
  if (box.width > 1 && !cell.closest(".scroll, .vh, details:not([open])") && (box.right > card.right + 1 || box.left < card.left - 1))
    out.push("outside its card: " + cell.textContent.trim().slice(0, 60));
}
return [document.querySelectorAll("svg[role=img]").length, document.body.innerText.length, out];
"""


class Firefox:
    def __init__(self, program):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="report-checks-"))
        profile = self.folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(
            'user_pref("marionette.port", 0);\n'
            'user_pref("browser.shell.checkDefaultBrowser", false);\n'
            'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
            'user_pref("app.update.enabled", false);\n'
            'user_pref("ui.systemUsesDarkTheme", 0);\n'
        )
        self.process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment(),
        )
        self.socket = socket.create_connection(("127.0.0.1", self.port(profile)), timeout=120)
        self.buffer = b""
        self.receive()
        self.number = 0
        self.call("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
        self.call("WebDriver:SetWindowRect", {"width": 1400, "height": 1000})

    def environment(self):
        import os

        return {**os.environ, "HOME": str(self.folder), "MOZ_HEADLESS_WIDTH": "1400", "MOZ_HEADLESS_HEIGHT": "1000"}

    def port(self, profile):
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise SystemExit(f"Firefox ended with {self.process.returncode} before it could be spoken to")
            try:
                return int((profile / "MarionetteActivePort").read_text())
            except (OSError, ValueError):
                time.sleep(0.1)
        raise SystemExit("Firefox opened no port within 120 s")

    def receive(self):
        while b":" not in self.buffer:
            self.buffer += self.read()
        length, _, rest = self.buffer.partition(b":")
        while len(rest) < int(length):
            rest += self.read()
        self.buffer = rest[int(length):]
        return json.loads(rest[: int(length)])

    def read(self):
        data = self.socket.recv(65536)
        if not data:
            raise SystemExit("Firefox closed the connection")
        return data

    def call(self, name, parameters):
        self.number += 1
        message = json.dumps([0, self.number, name, parameters]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self.receive()
        if error:
            raise SystemExit(f"Firefox, {name}: {error.get('message')}")
        return result

    def script(self, source):
        return self.call("WebDriver:ExecuteScript", {"script": source, "args": []})["value"]

    def faults(self, page, width):
        """Charts, characters of text, and what is wrong with a page at a width."""
        frame = self.folder / "frame.html"
        frame.write_text(
            f'<!doctype html><style>body{{margin:0}}</style><iframe src="{page.as_uri()}" width="{width}" height="900" '
            'style="border:0;display:block"></iframe>'
        )
        self.call("WebDriver:SwitchToFrame", {"id": None})
        self.call("WebDriver:Navigate", {"url": frame.as_uri()})
        self.call("WebDriver:SwitchToFrame", {"id": 0})
        return self.script(FAULTS)

    def close(self):
        try:
            self.call("Marionette:Quit", {"flags": ["eForceQuit"]})
        except (SystemExit, OSError):
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
