"""A small vocabulary for tests, with every rule that a term may carry."""

from seasoned.skills.skill import Area, Skill, Term, TermKind


def skill(id: str, *terms: Term, area: Area = Area.SYSTEMS) -> Skill:
    return Skill(
        id=id,
        name=id,
        area=area,
        summary=f"Working with {id}.",
        terms=terms,
        levels=("with help", "on their own", "leads the hard cases", "sets the standard"),
    )


def tool(name: str, *aliases: str, **rules: object) -> Term:
    return Term(name=name, aliases=aliases, kind=TermKind.TOOL, **rules)  # type: ignore[arg-type]


SKILLS = {
    one.id: one
    for one in (
        skill("python", tool("Python")),
        skill("r-language", tool("R", exact_case=True, near=("Python", "SQL", "statistics", "in"))),
        skill("go-language", tool("Go", "Golang", exact_case=True, not_near=("live", "beyond"))),
        skill("c-language", tool("C", exact_case=True)),
        skill("cpp", tool("C++")),
        skill("sql", tool("SQL"), area=Area.DATA),
        skill("spark", tool("Spark", exact_case=True)),
        skill(
            "deep-learning",
            Term(name="deep learning"),
            tool("PyTorch"),
            tool("TensorFlow"),
            tool("JAX"),
        ),
        skill(
            "machine-learning",
            Term(name="machine learning", aliases=("ML", "machine learning model")),
        ),
        skill("data-modelling", Term(name="data modeling")),
        skill("fine-tuning", Term(name="fine-tuning", aliases=("finetuning",))),
        skill("ci-cd", Term(name="CI/CD")),
        skill("kubernetes", tool("Kubernetes", "k8s"), area=Area.OPS),
        skill("docker", tool("Docker"), area=Area.OPS),
        skill("aws", tool("AWS")),
        skill("gcp", tool("GCP")),
        skill("azure", tool("Azure")),
        skill("kafka", tool("Kafka")),
        skill("airflow", tool("Airflow")),
        skill("terraform", tool("Terraform")),
        skill("statistics", Term(name="statistics"), area=Area.MODELS),
        skill("mentoring", Term(name="mentoring", aliases=("mentored",)), area=Area.LEADERSHIP),
        skill("presenting", Term(name="presenting"), area=Area.LEADERSHIP),
        skill("research-publication", Term(name="publications"), area=Area.LEADERSHIP),
        skill("teaching", Term(name="teaching"), area=Area.LEADERSHIP),
    )
}
