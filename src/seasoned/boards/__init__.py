"""Job boards: adverts fetched from where they are published, politely and only when asked.

One connector a file in ``connectors``; ``fetching`` asks, ``guard`` keeps it off private
addresses, ``reading`` goes over several boards so that one that fails leaves the others standing.
"""

from seasoned.boards.board import Board, Get, Reply

__all__ = ["Board", "Get", "Reply"]
