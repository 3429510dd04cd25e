"""Wordings of years of experience in adverts, in five languages, and of years that are no demand."""

from __future__ import annotations

import re

WORDS = {
    word: value
    for value, words in {
        1: "one ein einem eine un una uno één",
        2: "two zwei deux dos twee",
        3: "three drei trois tres drie",
        4: "four vier quatre cuatro",
        5: "five fünf cinq cinco vijf",
        6: "six sechs seis zes",
        7: "seven sieben sept siete zeven",
        8: "eight acht huit ocho",
        9: "nine neun neuf nueve negen",
        10: "ten zehn dix diez tien",
        12: "twelve zwölf douze doce twaalf",
        15: "fifteen fünfzehn quinze quince vijftien",
        20: "twenty zwanzig vingt veinte twintig",
    }.items()
    for word in words.split()
}
NUMBER = (
    r"(?:\d{1,2}(?:[.,]\d)?|"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")(?:\b|(?=jähr|yrs?\b|years?\b))"
)
UNIT = (
    r"(?:years?|yrs?\.?|yoe|jahr(?:en?)?|jährige[rsnm]?|ans|années?|años?|jaar|jaren|"
    r"(?P<month>months?|monaten?|mois|meses|maanden)(?=['’]?\W(?:\w+\W){0,3}?(?:experience|"
    r"\w*erfahrung|d['’]expérience|experiencia|\w*ervaring)))\b['’]?"
)
YEARS = re.compile(
    rf"(?P<between>(?:between|zwischen|entre|tussen)\s)?(?<![\w$€£.,/-])(?P<low>{NUMBER})\s*"
    rf"(?:\(\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\+?\)\s*)?"
    rf"(?P<plus>\+|plus\b|or more\b|oder mehr\b|et plus\b|of meer\b|o más\b)?"
    rf"(?:\s*(?:-|–|—|~|to\b|bis\b|à\b|a\b|tot\b|or\b|oder\b|ou\b)\s*(?P<high>{NUMBER})\s*"
    rf"(?:\(\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\)\s*)?\+?|(?(between)\s*(?:and|und|et|y|en)\s(?P<high2>{NUMBER}))"
    rf"|(?<=\d)[ ?](?P<high3>\d{{1,2}}))?"
    rf"\s*-?\s*(?:or more\s+|full\s+|solid\s+|expert\s+|volle\s+)?(?P<unit>{UNIT})",
    re.I,
)
"""An amount of years: "3+", "3-5", "three (3)", "between 3 and 5", and "0 3", which lost its hyphen."""
EXPERIENCE = re.compile(
    r"experience|\bexp\b|erfahrung|expérience|experiencia|ervaring|track record|"
    r"\bworking (?:in|with|as|on)\b|\bin (?:an?|the) "
    r"\w+ role|background|practice|\bbuilding\b|\bdeveloping\b|\bcoding\b|\bprogramming\b|"
    r"professional(?:ly)?|"
    r"hands.on|\byoe\b|industry|\bas an?\b|berufspraxis|tätigkeit|\bof (?:python|software|ml|"
    r"machine|data)|minimum|at least|"
    r"(?:with|in|of) [A-Z]",
    re.I,
)
BEFORE = re.compile(
    r"\b(?:last|past|next|every|per|first|within|in the|after|nach|alle|pendant|durant|letzten|nächsten|"
    r"últimos|dernières|prochaines|afgelopen|laatste|komende|since|seit|vor|depuis|hace|il y a|spent|spend|"
    r"contract(?: of| for| is)?|befristet auf|durée(?: de)?|period of|term of|leave of|(?:alternance|stage|"
    r"apprentissage|formation|contrato|prácticas|ausbildung|internship|programme?) (?:of|de|von|über|"
    r"d['’]une durée de))\s*:?\s*"
    r"(?:over|more than|nearly|almost|the|über|mehr als|plus de|más de|meer dan|fast)?\s*$|"
    r"\bfor (?:over|more than|nearly|almost|the last|the past)?\s*$|\bfounded\b.{0,20}$|\bdegree\s?\($|"
    r"\bage[ds]?\b.{0,12}$|\bvest\w*(?: \w+){0,2}\s*$",
    re.I,
)
"""Words before an amount that make it a stretch of time and no demand."""
AFTER = re.compile(
    r"\S+[\s-]+(?:old\b|ago|of age|anniversar|contract|warrant|term\b|programs?\b|programme|roadmap|"
    r"vesting|in business|in a row|in the market|running|straight|consecutive|since|"
    r"accredited|college|"
    r"university|degree|institution|fixed|of (?:paid|service|history|innovation|growth|age)|probation|"
    r"trial|maternity|parental|appointment|assignment|of (?:full |paid )?"
    r"(?:support|training)|residency|guarantee|commitment|apprentice|alt\b|befristet|vertrag|"
    r"probezeit|am markt|garantie|laufzeit|oud\b|edad|d['’]âge|visa)|"
    r".{0,24}\b(?:credit for|fixed.term|probation|anniversary|heritage)\b|"
    r".{0,40}\b(?:in lieu|substitut)",
    re.I,
)
STOOD = re.compile(r"\b(?:over|more than|nearly|almost|über|plus de|más de|meer dan)\s*$", re.I)
MOST = 25
"""Years that no advert asks."""
OLD_FIRM = 15
"""Years above which "over 20 years of experience" outside the demands is a firm's and no person's."""
OURS = re.compile(
    r"\b(?:we|our|company|firm|team|wir|unser\w*|nous|notre|nuestr\w*|somos|wij|onze)\b[^.;:]{0,60}$",
    re.I,
)
ADDRESSED = re.compile(
    r"\byou(?:r|'ve|’ve|'ll|’ll)?\b|\bdu\b|\bdein|\bvous\b|\bje hebt\b|looking for|seeking|hiring|candidate|"
    r"\bsuchen\b|buscamos|recherchons|zoeken|want someone|someone who|expect|ask for|require",
    re.I,
)
AT_MOST = re.compile(
    r"\b(?:up to|less than|no more than|maximum(?: of)?|max\.?|under|bis zu|höchstens|weniger als|"
    r"jusqu['’]à|moins de|hasta|menos de|minder dan|maximaal)\s+$",
    re.I,
)
HELD = re.compile(
    r"\W{0,2}(?:\w+\W+){0,6}?(?:experience|\w*erfahrung|d['’]expérience|experiencia|\w*ervaring)",
    re.I,
)
DEGREE = re.compile(
    r"\bph\.?d|doctora|\bmaster|\bm\.?sc?\b|\bbachelor|\bb\.?sc?\b|\bdegree|\bpromotion|diplom",
    re.I,
)
LEVELS = (
    ("doctorate", re.compile(r"ph\.?\s?d|doctora|promotion", re.I)),
    ("higher", re.compile(r"\bmaster|\bm\.?sc?\b|\bm\.a\b", re.I)),
    ("first", re.compile(r"\bbachelor|\bb\.?sc?\b|\bb\.a\b|high school|associate['’]?s", re.I)),
)
SUBJECT = re.compile(
    r"\s*(?:of|in|with|as|mit|in der|im|als|de|en|con|van|met|d['’])?\s*(?:(?:relevant|"
    r"professional|hands.on|practical|proven|industry|"
    r"full.time|work(?:ing)?|post.\w+|overall|total|combined|solid|direct|commercial|applied|"
    r"related|progressive)[\s,]+(?:and\s+)?)*"
    r"(?:experience|berufserfahrung|erfahrung|expérience|experiencia|ervaring|work)?\s*"
    r"(?:of|in|with|as an?|as|using|building|working (?:in|with|on|as)|developing|mit|in der|"
    r"im|als|dans|en|avec|con|met|als)?\s+",
    re.I,
)
STOP = re.compile(
    r"[.;,()\n•]|\b(?:and|or|with|preferred|required|is|are|plus|und|oder|et|ou|y|en|including|such)\b",
    re.I,
)


def number(word: str) -> float:
    """Value of a number in figures or letters."""
    return float(WORDS[word.lower()]) if word.lower() in WORDS else float(word.replace(",", "."))
