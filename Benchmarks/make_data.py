"""Writes the tables that the benchmarks read: the same bytes each time.

usage: make_data.py FOLDER [ROWS]
"""

import os
import sys
import zipfile

FOLDER = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
HEADER = (
    "Day,Campaign,Campaign ID,Ad group,Ad group ID,Campaign type,Currency code,"
    "Impr.,Clicks,Cost,Conversions,Conv. value"
)


def rows(count):
    """Campaign rows, one for each campaign, ad group and day, as Google Ads exports them."""
    state = 1
    for number in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        draw = state >> 33
        day, place = divmod(number, 1000)
        year, rest = divmod(day, 336)
        month, date = divmod(rest, 28)
        campaign, group = divmod(place, 20)
        impressions = draw % 90_000
        clicks = impressions % 997
        cents = clicks * (17 + draw % 60)
        yield (
            f"{2022 + year:04}-{month + 1:02}-{date + 1:02}", f"Brand {campaign:02} - search", f"{21000000000 + campaign}",
            f"Group {group:02}", f"{150000000000 + place}", "Search", "GBP", str(impressions), str(clicks),
            f"{cents // 100}.{cents % 100:02}", f"{draw % 40}.00", f"{draw % 4000}.{draw % 100:02}",
        )


def write_csv(path, count):
    with open(path, "w", newline="") as file:
        file.write("Campaign report\nAll time\n" + HEADER + "\n")
        for row in rows(count):
            file.write(",".join(row) + "\n")


def write_plain(path, count):
    """The same table without the two lines above its header, for peers that know no preamble."""
    with open(path, "w", newline="") as file:
        file.write(HEADER + "\n")
        for row in rows(count):
            file.write(",".join(row) + "\n")


def write_xml(path, count):
    names = ["label", "nb_visits", "nb_actions", "nb_uniq_visitors", "bounce_count", "sum_visit_length", "revenue", "url"]
    with open(path, "w") as file:
        file.write('<?xml version="1.0" encoding="utf-8" ?>\n<result>\n')
        for number, row in enumerate(rows(count)):
            values = [f"/shop/{row[1].replace(' ', '-')}/{number}", row[7], row[8], row[8], row[10][:-3], row[7], row[9]]
            values.append(f"https://www.example.org/shop/{number}?id={row[4]}&amp;day={row[0]}")
            file.write("\t<row>\n")
            for name, value in zip(names, values):
                file.write(f"\t\t<{name}>{value}</{name}>\n")
            file.write("\t</row>\n")
        file.write("</result>\n")


def write_workbook(path, count):
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
    }
    letters = "ABCDEFGHIJ"

    def text(place, value):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        sheet = zipfile.ZipInfo("xl/worksheets/sheet1.xml", (2026, 1, 1, 0, 0, 0))
        sheet.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(sheet, "w") as file:
            file.write(
                b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            )
            header = HEADER.split(",")[:10]
            file.write(("<row>" + "".join(text(f"{l}1", v) for l, v in zip(letters, header)) + "</row>").encode())
            for number, row in enumerate(rows(count), start=2):
                cells = [text(f"{l}{number}", v) for l, v in zip(letters[:7], row)]
                cells += [f'<c r="{l}{number}"><v>{v}</v></c>' for l, v in zip(letters[7:], row[7:10])]
                file.write(("<row>" + "".join(cells) + "</row>").encode())
            file.write(b"</sheetData></worksheet>")


os.makedirs(FOLDER, exist_ok=True)
write_csv(f"{FOLDER}/campaigns.csv", ROWS)
write_csv(f"{FOLDER}/campaigns-tenth.csv", ROWS // 10)
write_plain(f"{FOLDER}/plain.csv", ROWS)
write_xml(f"{FOLDER}/pages.xml", ROWS // 4)
write_workbook(f"{FOLDER}/report.xlsx", ROWS // 10)
