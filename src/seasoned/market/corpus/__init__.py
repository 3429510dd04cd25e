"""Any number of adverts as columns: read in parts, on one machine or many, and counted.

Offers ``read_corpus`` (in ``reading``), ``demand_of`` (in ``counting``), ``trends_of`` (in
``trends``) and ``contrast`` (in ``contrasts``). The columns are those of ``columns``.
"""
