"""PDF, Word and zip files made on the spot."""

import io
import zipfile
from collections.abc import Mapping

import docx
from fpdf import FPDF


def pdf(text: str, *, password: str = "", pages: int = 1) -> bytes:
    paper = FPDF()
    paper.set_font("helvetica", size=11)
    if password:
        paper.set_encryption(owner_password=password, user_password=password)
    for _ in range(pages):
        paper.add_page()
        if text:
            paper.multi_cell(0, 5, text)
    return bytes(paper.output())


def word(headings: Mapping[str, list[str]]) -> bytes:
    document = docx.Document()
    for heading, items in headings.items():
        document.add_heading(heading, 1)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return file.getvalue()
