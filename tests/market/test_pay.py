import pytest

from seasoned.market.pay import salary_of
from seasoned.market.reading import read_posting
from seasoned.market.sentences import Sentences
from tests.skills.vocabulary import SKILLS

Pay = tuple[float, float | None, str, str]


def pay(text: str) -> Pay | None:
    found = salary_of(text, Sentences(text))
    return found and (found.low, found.high, found.currency, found.period)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salary: $120,000 - $150,000 per year", (120000, 150000, "USD", "year")),
        ("$120k–$150k base salary, annually", (120000, 150000, "USD", "year")),
        ("Base pay 120-150k USD a year", (120000, 150000, "USD", "year")),
        (
            "Pay Range: $98,100 to $120,400\n\nNobody earns more than $150,000 here.",
            (98100, 120400, "USD", "year"),
        ),
        ("The pay range is US $90,500  to US $120,000.", (90500, 120000, "USD", "year")),
        ("Salaris tussen €3.900 en €5.400 bruto per maand", (3900, 5400, "EUR", "month")),
        ("Rémunération : entre 41,5k et 48k, à Lyon, France", (41500, 48000, "EUR", "year")),
        ("£45,000 to £60,000 per annum", (45000, 60000, "GBP", "year")),
        ("55.000 € - 70.000 € brutto pro Jahr", (55000, 70000, "EUR", "year")),
        ("Mindestgehalt von EUR 3.500,-- brutto pro Monat", (3500, None, "EUR", "month")),
        ("45 000 - 55 000 € brut par an", (45000, 55000, "EUR", "year")),
        ("45-55K€ selon profil", (45000, 55000, "EUR", "year")),
        ("Entre 40 et 50 k€ par an", (40000, 50000, "EUR", "year")),
        ("CHF 115'000 – 140'000 pro Jahr", (115000, 140000, "CHF", "year")),
        ("Rate: $65/hr - $75/hr", (65, 75, "USD", "hour")),
        ("$65.50 - $75.25 per hour", (65.5, 75.25, "USD", "hour")),
        ("Day rate £450 - £550", (450, 550, "GBP", "day")),
        ("CA$100,000 - CA$120,000 a year", (100000, 120000, "CAD", "year")),
        ("$100,000 - $120,000 AUD a year", (100000, 120000, "AUD", "year")),
        ("Salario de 32.000 a 38.000 € brutos anuales", (32000, 38000, "EUR", "year")),
        ("€ 4.200 tot € 5.900 bruto per maand", (4200, 5900, "EUR", "month")),
        ("PLN 18,000–24,000 per month", (18000, 24000, "PLN", "month")),
        ("$120,000.00 - $150,000.00 per year", (120000, 150000, "USD", "year")),
        ("A $5,000 sign-on bonus and $100,000 base salary per year", (100000, None, "USD", "year")),
    ],
)
def test_pay_is_read_as_stated(text: str, expected: Pay) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We raised $25M in our Series B",
        "a $3 billion market",
        "Competitive salary",
        "Salary of 40k to 50k, in Lyon, France, or in Leeds, England",
        "We serve 40k to 50k tables a day in France",
        "up to $20,000 sign-on bonus",
        "learning budget of €1,500 per year",
        "$1,000 home office budget",
        "401(k) with 4% match",
        "99.9% of 1,000,000 users",
        "manage budgets of $500,000 - $2,000,000",
        "$250 million in revenue",
        "5000 customers pay us monthly",
        "€ 400 Mobilitätszuschuss monatlich",
        "equity worth $50,000",
        "3-5 years",
        "",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    assert pay(text) is None


def test_period_that_is_not_said_is_marked_as_inferred() -> None:
    text = "Salary range: $120,000 - $150,000"
    found = salary_of(text, Sentences(text))

    assert found is not None
    assert (found.period, found.period_stated) == ("year", False)


def test_span_quotes_the_sentence() -> None:
    text = "Hello there. Salary: $120,000 - $150,000 per year. Bye."
    found = salary_of(text, Sentences(text))

    assert found is not None
    assert (
        found.span.quote
        == text[found.span.start : found.span.end]
        == "Salary: $120,000 - $150,000 per year."
    )


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Salary: $150K", (150_000, None, "USD", "year")),
        ("Gehalt: 150-180k€", (150_000, 180_000, "EUR", "year")),
        ("Lohn: CHF 120'000 - 140'000", (120_000, 140_000, "CHF", "year")),
        ("CTC: ₹25-40 LPA", (2_500_000, 4_000_000, "INR", "year")),
        ("CTC: 25-40 LPA", (2_500_000, 4_000_000, "INR", "year")),
        ("Rs. 12,00,000 - 18,00,000 per annum", (1_200_000, 1_800_000, "INR", "year")),
        ("TJM : 450-550 €", (450, 550, "EUR", "day")),
        ("Stundensatz 80-95 €", (80, 95, "EUR", "hour")),
        ("€55-65,000 annually", (55_000, 65_000, "EUR", "year")),
        ("package 50/60 k€", (50_000, 60_000, "EUR", "year")),
        ("Jahresgehalt zwischen 65.000 und 80.000 Euro", (65_000, 80_000, "EUR", "year")),
        ("Een salaris tussen de €4.200 en €5.800", (4_200, 5_800, "EUR", "month")),
        ("OTE $250k, base salary $120k-$140k", (120_000, 140_000, "USD", "year")),
        ("Base pay $172,000 - $258,000 Target Bonus: 15%", (172_000, 258_000, "USD", "year")),
        (
            "Pay: US $145,000 - $205,000; in Canada CAD $125,000 - $170,000",
            (145_000, 205_000, "USD", "year"),
        ),
        (
            "Base salary range\nZone A: $160,000 - $200,000\nZone B: $120,000 - $150,000",
            (120_000, 200_000, "USD", "year"),
        ),
        ("minimum $90,000 and maximum $120,000 annually", (90_000, 120_000, "USD", "year")),
        ("$150K - $190K • Offers Equity", (150_000, 190_000, "USD", "year")),
    ],
)
def test_pay_is_read_in_the_shapes_of_many_countries(
    text: str, pay: tuple[float, float | None, str, str]
) -> None:
    salary = read_posting(f"Data engineer\n\nPython\n\n{text}\n", skills=SKILLS).salary

    assert salary
    assert (salary.low, salary.high, salary.currency, salary.period) == pay


@pytest.mark.parametrize(
    "text",
    [
        "Our customers pay between $50,000 and $200,000 a year",
        "Similar positions at other companies pay $62,700 - $79,400 per year",
        "Employer pays $15,000 a year towards childcare",
        "Tuition up to $25,000 per year",
        "processing $50,000 - $80,000 per transaction",
        "A learning budget of USD 2,000 per year",
        "$200/month wellness allowance",
    ],
)
def test_other_money_is_no_pay(text: str) -> None:
    assert read_posting(f"Data engineer\n\n{text}.\n", skills=SKILLS).salary is None
