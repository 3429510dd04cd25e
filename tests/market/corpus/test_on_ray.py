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
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    yield made
    ray.shutdown()
    made.shutdown()


def test_a_lost_node_loses_no_part(tmp_path, cluster):
    from seasoned.market.corpus.on_ray import on_ray

    table = csv_file(tmp_path / "jobs.csv", rows(200))
    second = cluster.add_node(num_cpus=1)
    lost = []

    def losing(progress):
        if not lost and progress.done >= 3:
            lost.append(progress.done)
            cluster.remove_node(second, allow_graceful=False)

    far = read(table, out=tmp_path / "far.parquet", runner=on_ray(cluster.address), progress=losing)

    assert len(lost) == 1
    assert (far.failed, far.adverts, far.parts) == ((), 200, 20)
    assert far.digest == read(table, out=tmp_path / "near.parquet").digest
