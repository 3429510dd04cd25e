"""Tools and languages whose names are plain words, other names or letters as well."""

import pytest

from seasoned import catalogue
from seasoned.skills.finding import finder_for
from seasoned.skills.reading import SKILLS

BUILT_IN = catalogue.read(SKILLS).things

SENTENCES = (
    # name, a sentence that asks for it, a sentence that only looks like it
    ("R", "You analyse data in R or Python", "The R&D group in building R"),
    ("C", "Firmware in C and C++", "We closed our Series C and report to the C-suite"),
    ("Go", "Services in Go and Rust", "We go live in May; Go beyond the usual"),
    ("Make.com", "Automations in Make, Zapier and n8n", "Make the most of your day with us"),
    ("Ray", "Training on Ray and Kubernetes with Python", "Ray Miller leads the office"),
    ("Lambda", "AWS Lambda, S3 and SQS", "Our Lambda team sits in Lyon"),
    ("Spark", "Big data work with Spark and Hadoop", "We spark ideas in children"),
    ("Rust", "Systems programming in Rust", "Rust protection for ships"),
    ("Swift", "An iOS app in Swift", "We promise a swift answer"),
    ("Scala", "Jobs in Scala and Java", "The scala of tones"),
    ("Hive", "Queries in Hive and Impala", "The office is a hive of talk"),
    ("Dash", "A Dash app in Python with Plotly", "Dash to the canteen at noon"),
    ("Flask", "An API in Flask and Python", "A flask of tea for everybody"),
    ("Airflow", "Pipelines in Airflow and dbt", "Better airflow in the server room"),
    ("Microsoft Access", "Excel, Word, PowerPoint and Access", "Access to a company car"),
    ("Excel", "Good skills in Excel and PowerPoint", "You excel at listening"),
    ("Microsoft Word", "Word, Excel and Outlook", "In a word: kind people"),
    ("Oracle", "Databases such as Oracle and MySQL", "The oracle of Delphi"),
    ("Looker", "Dashboards in Looker and Tableau", "A fine looker-on"),
    ("Notion", "We write in Notion, Slack and Jira", "A notion of fairness"),
    ("Slack", "Slack and Jira integrations", "No slack in the rope"),
    ("Pig", "Hadoop, Hive and Pig", "Pig farms in Jutland"),
    ("Storm", "Kafka and Storm", "Storm damage to roofs"),
    ("Beam", "Beam and Dataflow pipelines on Apache", "A steel beam"),
    ("Flume", "Hadoop, Sqoop and Flume", "The log flume ride"),
    ("Julia", "Python or Julia for numerical programming", "Julia welcomes you on Monday"),
    ("Dart", "Flutter and Dart", "A game of darts on Friday"),
    ("Ruby", "Ruby, Python and Java", "Our colleague Ruby likes tea"),
    ("Elm language", "React, TypeScript or Elm", "Elm Street 4"),
    ("NestJS", "Node.js with Nest and TypeScript", "Nest boxes for birds"),
    ("Express.js", "Node, Express and MongoDB", "Express delivery of parcels"),
    ("React", "Front ends in React and TypeScript", "We react within a day"),
    ("Angular", "Angular and TypeScript", "An angular stone"),
    ("Node.js", "Node and JavaScript", "A node of the railway"),
    ("Bash", "Bash and Python scripts", "Our summer bash"),
    ("Consul", "HashiCorp Consul and Vault", "The consul of Chile"),
    ("Linear.app", "Jira, Notion and Linear", "Linear models and linear algebra"),
    ("Stripe API", "Payments with Stripe and Adyen", "A stripe of paint"),
    ("Segment", "Segment and Amplitude for tracking", "The market segment of tea"),
    ("Sigma Computing", "Tableau, Looker or Sigma", "Lean Six Sigma"),
    ("Mode", "Looker, Mode and SQL", "A mode of transport"),
    ("Hex", "Notebooks in Hex or Jupyter", "A hex key"),
    ("Presto", "Presto, Hive and Trino", "Hey presto, lunch"),
    ("Druid", "Kafka, Pinot and Druid", "A druid of old"),
    ("Pinot", "Kafka, Druid and Pinot", "A glass of Pinot noir"),
    ("Delta Lake", "Spark with Delta and Iceberg", "The delta of the Nile"),
    ("Iceberg", "Iceberg tables in Spark", "The tip of the iceberg"),
    ("Athena", "AWS Glue and Athena", "The goddess Athena"),
    ("Glue", "S3, Glue and Redshift on AWS", "Glue and paper"),
    ("Step Functions", "AWS Step Functions", "A step by step guide"),
    ("pandas", "Python with pandas", "The zoo has two giant pandas"),
    ("Impala", "Hive and Impala", "The impala of Kenya"),
    ("Cursor", "Cursor and Claude Code", "Move the cursor to the left"),
    ("Windsurf", "Cursor, Copilot or Windsurf", "We windsurf in summer"),
    ("Cypress", "Cypress and Playwright tests", "An office in Cypress, Texas"),
    ("Mocha", "Jest, Mocha and Cypress tests", "A mocha in the kitchen"),
    ("Spring", "Java, Spring and Hibernate", "Starts in Spring 2027"),
    ("Qt", "C++ with Qt", "A qt of milk"),
    ("Boost", "C++ with Boost and STL", "Boost your career"),
    ("Black", "Linted with Black and mypy", "Black coffee"),
    ("Ruff", "Ruff and mypy on every commit", "A ruff collar"),
    ("Kong", "An API gateway such as Kong", "Our Hong Kong office"),
    ("SAS", "SAS, SPSS or R for statistics", "The limited company Dupont SAS"),
    ("Stata", "Stata or SPSS", "The stata of rock"),
    ("ROS", "Robots on ROS in C++", "Medical review of systems (ROS)"),
    ("GPS", "Sensors, GPS and IMU navigation", "Our Government and Public Services (GPS) unit"),
    ("Windows", "Linux, macOS and Windows", "A laptop (Mac or Windows) of your choice"),
    ("authorization", "OAuth authentication and authorization", "Work authorization in the US"),
    ("Materialize", "Kafka, Flink and Materialize", "Ideas that materialize"),
    ("Temporal.io", "Workflows in Temporal and Airflow", "Temporal patterns in data"),
    ("Microsoft Fabric", "Power BI and Fabric on Azure", "The fabric of society"),
    ("Palantir Foundry", "Palantir Foundry and Databricks", "A foundry for bronze"),
    ("Clojure", "Java or Clojure", "Closure of a bridge"),
    ("Omni Analytics", "Looker, Omni or Tableau", "An omni-channel shop"),
    ("Domo", "Tableau or Domo dashboards", "Domo arigato"),
    ("Soda Core", "dbt and Soda for quality", "Soda and snacks"),
    ("JavaScript", "React and JS", "JS Bach"),
    ("Epic Systems", "Epic EHR", "An epic trip"),
    ("SAP", "SAP and Oracle ERP systems", "The sap of a birch"),
    ("Workday", "Workday, SAP and NetSuite", "Your workday ends at four"),
    ("Intercom", "Zendesk or Intercom", "Ring the intercom"),
    ("Miro", "Boards in Miro", "The painter Joan miro"),
    ("change data capture", "CDC with Debezium and Kafka", "Guidance of the CDC on flu"),
    ("master data management", "MDM and data governance", "MDM with Intune on phones"),
    (
        "digital signal processing",
        "DSP and filtering of audio",
        "A DSP for programmatic advertising",
    ),
    ("GCP", "AWS or GCP", "Good clinical practice (GCP) after ICH"),
    ("testing", "Unit testing, testing and debugging", "Drug testing before the start"),
)


def terms(text: str) -> set[str]:
    return {mention.term for mention in finder_for(BUILT_IN).mentions(text)}


@pytest.mark.parametrize(("name", "asked"), [(name, asked) for name, asked, _ in SENTENCES])
def test_a_name_among_its_kin_is_found(name: str, asked: str) -> None:
    assert name in terms(asked)


@pytest.mark.parametrize(("name", "other"), [(name, other) for name, _, other in SENTENCES])
def test_a_word_that_looks_like_it_is_not(name: str, other: str) -> None:
    assert name not in terms(other)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apache Spark and PySpark", {"Spark", "PySpark"}),
        ("Amazon Web Services (AWS)", {"AWS"}),
        ("PostgreSQL, SQL", {"PostgreSQL", "SQL"}),
        ("Postgress and Postgres", {"PostgreSQL"}),
        ("SQL/NoSQL", {"SQL", "NoSQL"}),
        ("C/C++ with Python", {"C", "C++", "Python"}),
        ("JavaScript/TypeScript", {"JavaScript", "TypeScript"}),
        ("Datenvisualisierung und Statistikkenntnisse", {"data visualization", "statistics"}),
        ("visualización de datos", {"data visualization"}),
        ("entrepôts de données", {"data warehouse"}),
        ("BigQuery, Redshift, Snowflake", {"BigQuery", "Redshift", "Snowflake"}),
        ("RESTful APIs", {"REST APIs"}),
    ],
)
def test_one_thing_has_one_name_and_two_things_two(text: str, names: set[str]) -> None:
    assert terms(text) == names
