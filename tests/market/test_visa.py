import pytest

from seasoned.market.visa import visa_of
from tests.market.heard import judge


def visa(text: str) -> str:
    told = visa_of(judge(f"Requirements\n\n- {text}\n- Python\n"))
    return told.visa if told else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cannot sponsor visas for this role", "not offered"),
        ("Visa sponsorship is not available", "not offered"),
        ("You must have the right to work in Norway", "not offered"),
        ("US citizenship required", "not offered"),
        ("Must hold an active security clearance", "not offered"),
        ("Gültige Arbeitserlaubnis erforderlich", "not offered"),
        ("Permis de travail valide requis", "not offered"),
        ("Visa sponsorship", "offered"),
        ("We help with your visa and the move", "offered"),
        ("Wir unterstützen dich beim Visum", "offered"),
        ("Sponsorship: yes", "offered"),
        ("**Visa sponsorship:** Not available", "not offered"),
        ("We do sponsor visas! But we cannot sponsor visas for every role", "offered"),
        ("Will you require visa sponsorship?", ""),
        ("A security clearance is a plus", ""),
        ("We look at everyone without regard to citizenship status", ""),
        ("Payment networks such as Visa", ""),
        ("We sponsor local meetups", ""),
    ],
)
def test_visa_is_offered_or_not_as_the_advert_says(text: str, expected: str) -> None:
    assert visa(text) == expected


def test_an_offer_outweighs_the_right_to_work_and_a_refusal_outweighs_both() -> None:
    right, offer = "You need the right to work in Spain.", "We offer visa sponsorship."

    assert visa(f"{right} {offer}") == "offered"
    assert visa(f"{offer} Sponsorship is not available for trainees.") == "not offered"
