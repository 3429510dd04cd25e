"""LaTeX as plain lines; the sources are written for these tests."""

from hypothesis import given
from hypothesis import strategies as st

from seasoned.documents.latex import latex_text, looks_like_latex
from seasoned.documents.reading import read_bytes

SOURCE = r"""
\documentclass[11pt]{article}
\usepackage{hyperref}
\title{Curriculum}
\begin{document}
\section*{Work} % hidden thought
\cventry{2020--2023}{Data Engineer}{Alder Labs}{Oslo}{}{}
\begin{itemize}[leftmargin=1em]
  \item Moved \textbf{12 \emph{pipelines}} to \href{https://example.org}{Airflow}
  \item[--] Saved 30\% \& slept better
\end{itemize}
\jobline{Birch}[Rome]
[Analyst][May 2018 to June 2019]
\end{document}
Afterword
"""


def test_source_becomes_lines_with_headings_and_items() -> None:
    lines = [line for line in latex_text(SOURCE).splitlines() if line]

    assert lines == [
        "## Work",
        "2020–2023 | Data Engineer | Alder Labs | Oslo",
        "- Moved 12 pipelines to Airflow",
        "- Saved 30% & slept better",
        "Birch | Rome | Analyst | May 2018 to June 2019",
    ]


def test_source_is_known_by_what_it_holds_and_not_by_its_name() -> None:
    assert read_bytes(SOURCE.encode(), "cv.txt").kind == "latex"
    assert read_bytes(b"Wrote papers in LaTeX and C:\\begin folders", "cv.txt").kind == "text"


@given(st.text(alphabet="\\{}[]ab \n%", max_size=300))
def test_no_source_breaks_the_reader(source: str) -> None:
    assert "\\section{" not in latex_text(source)
    assert looks_like_latex("\\begin{document}" + source)


def test_endless_open_brackets_are_only_text() -> None:
    assert latex_text("\\item[" * 20_000).count("- ") == 20_000
