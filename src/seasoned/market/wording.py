"""Wordings in adverts that tell who is spoken of, what is denied, and where a thought ends."""

from __future__ import annotations

import re

CLAUSE = re.compile(
    r";|\.\s|[:(]|\s[-–—]\s|,?\s(?:but|while|whereas|though|although|aber|sondern|mais|pero|maar)\s|"
    r",\s(?:and\s|with\s|und\s|mit\s|et\s|avec\s|y\s|con\s|en\s|met\s)?(?:(?:some|any|additional|prior|previous|a)\s)?(?:experience|knowledge|"
    r"familiarity|exposure|erfahrung|kenntnisse|expérience|connaissance|experiencia|conocimiento|ervaring|kennis)\b",
    re.I,
)
NONE_BEFORE = re.compile(
    r"\b(?:no|zero|without|keine?[nrms]?|ohne|geen|zonder|aucune?|sans|sin)\s(?:[\w/+-]+\s){0,3}$",
    re.I,
)
NEEDED_AFTER = re.compile(
    r"required|needed|necessary|expected|erforderlich|nötig|notwendig|vorausgesetzt|requis|nécessaire|"
    r"necesari|nodig|vereist",
    re.I,
)
EXCUSE = re.compile(r"\b(?:as|where|if|when|whenever|wo|falls)\s$", re.I)
INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|previous|above)\b|"
    r"\bsystem prompt\b|\b(?:as|you are) an? (?:ai|language model|llm)\b(?! (?:engineer|developer|scientist|"
    r"researcher))|ignoriere[^.\n]{0,30}anweisung|ignore[zr][^.\n]{0,30}instructions|if you are an? (?:ai|llm|"
    r"language model|bot)\b",
    re.I,
)
DOING = re.compile(
    r"(?:design|build|develop|create|implement|deploy|maintain|train|evaluate|own|lead|collaborate|work|write|"
    r"improve|optimi[sz]e|monitor|analy[sz]e|support|drive|help|conduct|research|manage|partner|scale|ship|"
    r"automate|integrate|contribute|define|deliver|prototype|document|present|translate|apply|use|using|"
    r"architect|establish|identify|explore|perform|mentor|\w+ing)\b(?! (?:and \w+ )?(?:skills|experience|knowledge))|"
    r"(?:entwicklung|aufbau|konzeption|umsetzung|betrieb|weiterentwicklung|implementierung|pflege|analyse)\b",
    re.I,
)
NAMELY = re.compile(
    r"\)?\s*[,:(–-]?\s*(?:especially|particularly|in particular|including|such as|e\.g\.|like|insbesondere|"
    r"notamment|especialmente|met name)\b[^.;]*$",
    re.I,
)
TO_MACHINES = (
    "instruction", "instrucciones", "prompt", "ignore", "disregard", "forget", "override", "previous",
    "language model", "an ai", "an llm", "anweisung", " bot",
)  # fmt: skip
"""Words of which every sentence that speaks to a machine holds one."""
