"""Where ladders and transfers are read from."""

from seasoned.catalogue import Kind
from seasoned.ladder.ladder import Ladder, Transfer

LADDERS = Kind("ladders", Ladder)
TRANSFERS = Kind("transfers", Transfer)
