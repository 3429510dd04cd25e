import pytest

from seasoned.market.workplace import workplace_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This role is fully remote", "remote"),
        ("Remote (EU)", "remote"),
        ("Location: Remote", "remote"),
        ("Work from anywhere", "remote"),
        ("100% remote", "remote"),
        ("télétravail complet possible, 100 % télétravail", "remote"),
        ("Hybrid, three days a week in the office", "hybrid"),
        ("2 days per week in our office", "hybrid"),
        ("zwei Tage Homeoffice", "hybrid"),
        ("modalidad híbrida", "hybrid"),
        ("3 dagen per week op kantoor", "hybrid"),
        ("This is an on-site position", "onsite"),
        ("not a remote position", "onsite"),
        ("Arbeit vor Ort", "onsite"),
        ("hybrid cloud and hybrid search", ""),
        ("remote sensing of forests", ""),
        ("on-site gym", ""),
        ("", ""),
    ],
)
def test_workplace_is_what_the_text_says(text: str, expected: str) -> None:
    assert workplace_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data Scientist (Remote)", "remote"),
        ("Remote or Ghent", "remote"),
        ("The role can be remote or hybrid", "remote"),
        ("Onsite preferably, but open to EU remote for the right person", "remote"),
        ("Remote-first, with offices in Lisbon and Riga", "remote"),
        ("Remote, with two days a week in the office", "hybrid"),
        ("In the office around four days a week", "hybrid"),
        ("Five days a week in our Riga office", "onsite"),
        ("Work remotely up to 2 days a week", "hybrid"),
        ("Now and then: work from home flexibility", "hybrid"),
        ("Home Office möglich", "hybrid"),
        ("bis zu 60% Home Office", "hybrid"),
        ("Télétravail : 2 jours par semaine", "hybrid"),
        ("Poste en présentiel", "onsite"),
        ("Modalidad presencial", "onsite"),
        ("Minstens 2 dagen op kantoor", "hybrid"),
        ("#LI-Hybrid", "hybrid"),
        ("Riga | Onsite | Full-time", "onsite"),
        ("No remote work possible", "onsite"),
        ("Good with people, in person and over the phone", ""),
        ("On-site fitness classes and onsite flu shots", ""),
        ("You work with remote teams in remote parts of the world", ""),
        ("hybrid models for target capture", ""),
        ("A dog-friendly office", ""),
        ("Remote or hybrid work is unavailable", "onsite"),
        ("Work remotely: No", "onsite"),
        ("Riga / Full-time / Hybrid", "hybrid"),
        ("A portion of the monthly hours in our office", "hybrid"),
        ("Interviews are held remotely", ""),
        ("Soporte remoto a usuarios", ""),
        ("Deploy on cloud, on-prem or hybrid", ""),
    ],
)
def test_workplace_is_what_is_said_of_the_role(text: str, expected: str) -> None:
    assert workplace_of(text) == expected
