import pytest

from seasoned.documents.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for an engineer with experience in the field and a will to learn", "en"),
        ("Wir suchen eine Person mit Erfahrung in der Entwicklung und Freude an der Arbeit", "de"),
        (
            "Nous recherchons une personne avec de l'expérience dans le domaine et pour notre équipe",
            "fr",
        ),
        (
            "Buscamos una persona con experiencia en el desarrollo de modelos para nuestro equipo",
            "es",
        ),
        (
            "Wij zoeken een collega met ervaring in het vak en plezier in ons werk voor de klant",
            "nl",
        ),
        ("Python, SQL, Docker, Kubernetes", ""),
        ("", ""),
        ("Мы ищем инженера по машинному обучению", ""),
    ],
)
def test_language_is_told_by_little_words(text: str, language: str) -> None:
    assert language_of(text) == language
