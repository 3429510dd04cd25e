"""Object storage by its address: read from there, written to there, the same rows."""

from __future__ import annotations

import polars as pl
import pytest

from seasoned.errors import InputError, InvalidValue, UnreadableDocument
from tests.market.corpus.adverts import (
    advert,
    csv_file,
    json_file,
    jsonl_file,
    parquet_file,
    read,
    rows,
)

pytest.importorskip("pyarrow", reason="needs the extra 'scale' (pyarrow)")
fsspec = pytest.importorskip("fsspec", reason="needs the extra 'scale' (fsspec)")


@pytest.fixture
def bucket(tmp_path):
    """The same files in a folder and in an object store that lives in memory."""
    folder = tmp_path / "in"
    folder.mkdir()
    csv_file(folder / "a.csv", rows(25))
    jsonl_file(folder / "b.jsonl", rows(5))
    json_file(folder / "c.json", rows(5))
    parquet_file(folder / "d.parquet", rows(30))
    (folder / "one.md").write_text(advert(90))
    memory = fsspec.filesystem("memory")
    memory.put(f"{folder}/", "/adverts/", recursive=True)
    yield folder
    memory.rm("/", recursive=True)


@pytest.mark.parametrize("scheme", ["memory", "file"])
def test_object_storage_holds_the_same_rows(bucket, tmp_path, scheme):
    base = "memory:/" if scheme == "memory" else f"file://{tmp_path}"
    source = "memory://adverts" if scheme == "memory" else f"file://{bucket}"

    far = read(source, out=f"{base}/out")
    again = read(source, out=f"{base}/out")
    read(bucket, out=tmp_path / "near.parquet")

    files = sorted(fsspec.open_files(f"{base}/out/*.parquet"), key=lambda one: one.path)
    found = pl.concat(pl.read_parquet(one.open()) for one in files).drop("source")
    assert found.equals(pl.read_parquet(tmp_path / "near.parquet").drop("source"))
    assert (far.kept, again.kept, again.digest) == (0, far.parts, far.digest)


def test_what_is_not_there_is_said(bucket):
    with pytest.raises(UnreadableDocument, match="holds no file that an advert comes in"):
        read("memory://nowhere", out="memory://out")
    with pytest.raises(InputError, match="cannot be reached"):
        read("nosuch://bucket", out="memory://out")
    with pytest.raises(InvalidValue, match="address of a folder"):
        read("memory://adverts", out="memory://out.parquet")
