"""Wordings in adverts that tell who is spoken of, what is denied, and where a thought ends."""

from __future__ import annotations

import re

CLAUSE = re.compile(
    r";|\.\s|[:(]|\s[-–—]\s|,?\s(?:but|while|whereas|though|although|aber|sondern|mais|pero|maar)\s|"
    r",\s(?:and\s|und\s|et\s|y\s|en\s)?(?:(?:some|any|additional|prior|previous|a)\s)?(?:experience|knowledge|"
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
DUTY = re.compile(
    r"\b(?:you(?:'|’)?(?:ll| will)|your (?:job|work|role|task|mission)|responsib\w*|"
    r"verantwoordelijk voor|verantwortlich für|in this role|day[- ]to[- ]day|"
    r"du (?:wirst|arbeitest|entwickelst|baust|übernimmst)|sie (?:entwickeln|arbeiten|übernehmen)|deine aufgabe|"
    r"vous (?:serez|allez|travaillerez|participerez|développerez)|te encargarás|desarrollarás|trabajarás|"
    r"je (?:gaat|werkt|bouwt|ontwikkelt))\b",
    re.I,
)
OURS = re.compile(
    r"\b(?:we|our|us|ours|founded|"
    r"(?:this|the) (?:team|company|firm) (?:is|has|will|was|builds?|works?)|"
    r"wir|unser\w*|nous|notre|nos|nuestr[oa]s?|somos|wij|onze|ons)\b",
    re.I,
)
ADDRESSED = re.compile(
    r"\byou(?:r|'ve|’ve|'ll|’ll)?\b|\bdu\b|\bdein|\bvous\b|\bje hebt\b|looking for|seeking|hiring|candidate|"
    r"\bsuchen\b|buscamos|recherchons|zoeken|want someone|someone who|expect|ask for",
    re.I,
)
INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|previous|above)\b|"
    r"\bsystem prompt\b|\b(?:as|you are) an? (?:ai|language model|llm)\b(?! (?:engineer|developer|scientist|"
    r"researcher))|ignoriere[^.\n]{0,30}anweisung|ignore[zr][^.\n]{0,30}instructions|if you are an? (?:ai|llm|"
    r"language model|bot)\b",
    re.I,
)
APPLYING = re.compile(
    r"\brecruit(?:er|ing agenc|ment agenc)\w*|\bscams?\b|\bphishing\b|\bfraud\w* (?:job|offer|recruit|email)|"
    r"\byour (?:resume|résumé|cv|cover letter|application)\b|\bapplications? (?:will|are|is|process|form)\b|"
    r"\bencouraged? (?:\w+ ){0,2}to apply\b|\bequal opportunit|\bregardless of (?:race|gender|age|your)\b|"
    r"\binterview process\b|\bbackground (?:check|investigation)|\bclick (?:any|on|here|the|to)\b|"
    r"\bunderrepresented\b|\bégalité des chances\b|\bchancengleich|\bdeine? bewerbung(?:sunterlagen)?\b",
    re.I,
)
"""Words of sentences about applying, agencies and the law, which ask nothing of the work."""
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
KNOWN = re.compile(
    r"experience (?:with|in|using)|years|you have\b|proficien|knowledge of|familiar|expertise|track record|"
    r"degree|erfahrung|kenntnisse|expérience|experiencia|ervaring",
    re.I,
)
