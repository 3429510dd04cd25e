"""The same reading on a real cluster of two nodes, one of which is lost on the way."""

from __future__ import annotations

import os

import pytest

from tests.market.corpus.adverts import csv_file, read, rows

ray = pytest.importorskip("ray", reason="needs the extra 'scale' (ray)")


@pytest.fixture
def cluster(monkeypatch):
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    paths = [os.getcwd(), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    made = two_nodes()
    yield made
    ray.shutdown()
    made.shutdown()


def two_nodes():
    """A cluster of two nodes; tried again where a busy machine takes longer than Ray waits (30 s)."""
    from ray.cluster_utils import Cluster

    for attempt in (1, 2, 3):
        made = Cluster()
        try:
            made.add_node(num_cpus=1, include_dashboard=False)
            made.add_node(num_cpus=1)
            return made
        except Exception:
            made.shutdown()
            if attempt == 3:
                raise
    return None


def test_a_lost_node_loses_no_part(tmp_path, cluster):
    from seasoned.market.corpus.on_ray import on_ray

    table = csv_file(tmp_path / "jobs.csv", rows(200))
    second = cluster.worker_nodes.copy().pop()
    lost = []

    def losing(progress):
        if not lost and progress.done >= 3:
            lost.append(progress.done)
            cluster.remove_node(second, allow_graceful=False)

    far = read(table, out=tmp_path / "far.parquet", runner=on_ray(cluster.address), progress=losing)

    assert len(lost) == 1
    assert (far.failed, far.adverts, far.parts) == ((), 200, 20)
    assert far.digest == read(table, out=tmp_path / "near.parquet").digest
