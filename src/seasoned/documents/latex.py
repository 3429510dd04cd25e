"""LaTeX to plain lines: sections start with ``#``, items with ``-``, commands left out."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_BODY = re.compile(r"\\begin\s*\{document\}(?P<body>.*?)(?:\\end\s*\{document\}|\Z)", re.S)
_SECTIONS = (
    (re.compile(r"\\(?:part|chapter|section)\*?\s*\{([^{}]*)\}"), r"\n\n## \1\n"),
    (re.compile(r"\\sub(?:sub)?section\*?\s*\{([^{}]*)\}"), r"\n\n### \1\n"),
)
_LINK = re.compile(r"\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}")
_FONT = re.compile(
    r"\\(?:text\w+|emph|underline|mbox|uppercase|MakeUppercase|normalfont|small|large|Large|huge)"
    r"\s*\{([^{}]*)\}"
)
_ITEM = re.compile(r"\\(?:item|resumeItem|cvitem)\b\s*(?:\[[^\[\]\n]{0,200}\])?")
_DROPPED = re.compile(
    r"\\(?:begin|end)\s*\{[^{}]*\}(?:\s{0,8}[\[{][^\[\]{}\n]{0,300}[\]}])*|"
    r"\\(?:vspace|hspace|setlength|usepackage|input|include|label|color|definecolor|pagestyle|"
    r"geometry|fontsize|newcommand|renewcommand)\*?(?:\s{0,8}[\[{][^\[\]{}\n]{0,300}[\]}])*"
)
_COMMAND = re.compile(r"\\[a-zA-Z@]+\*?(?P<groups>(?:\s{0,8}(?:\{[^{}]*\}|\[[^\[\]\n]*\]))+)")
_GROUP = re.compile(r"\{([^{}]*)\}|\[([^\[\]\n]*)\]")
_BARE = re.compile(r"\\[a-zA-Z@]+\*?")
_SIGNS = (("\\\\", "\n"), ("~", " "), ("---", "—"), ("--", "–"), ("``", '"'), ("''", '"'))
_DEPTH = 6
"""Commands within commands that are opened; real CVs hold three or four."""


def looks_like_latex(text: str) -> bool:
    """Whether LaTeX commands structure the text."""
    if "\\begin{" not in text and "\\section" not in text:
        return False
    return _STRUCTURE.search(text) is not None


_STRUCTURE = re.compile(r"\\documentclass|\\begin\s*\{(?:document|itemize)\}|\\section\*?\s*\{")


def latex_text(source: str) -> str:
    """Words of a LaTeX text; the arguments of a command it does not know become one line.

    Examples
    --------
    >>> latex_text(r"\\section{Work} \\entry{Alder}[Rome] \\item Built \\textbf{models}")
    '## Work\n\nAlder | Rome\n\n- Built models'
    """
    text = _COMMENT.sub("", source)
    body = _BODY.search(text)
    text = body["body"] if body else text
    for pattern, plain in _SECTIONS:
        text = pattern.sub(plain, text)
    text = _ITEM.sub("\n- ", _DROPPED.sub("\n", text))
    for _ in range(_DEPTH):
        text = _FONT.sub(r"\1", _LINK.sub(r"\1", text))
    for _ in range(_DEPTH):
        text = _COMMAND.sub(_joined, text)
    return _tidied(text)


def _joined(command: re.Match[str]) -> str:
    """Arguments of a command side by side, as in ``\\cventry{2020}{Engineer}{Alder}``."""
    groups = [(one[1] or one[2] or "").strip() for one in _GROUP.finditer(command["groups"])]
    return "\n" + " | ".join(filter(None, groups)) + "\n"


def _tidied(text: str) -> str:
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    text = re.sub(r"\\([&%$#_{}])", r"\1", text)
    text = re.sub(r"[{}]|\[\]", "", _BARE.sub("", text))
    lines = [re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")]
    kept = [line for line in lines if line not in ("-", "|")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
