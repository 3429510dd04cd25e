"""Where ladders, transfers and hats are read from."""

from seasoned.catalogue import Kind
from seasoned.ladder.hat import Hat
from seasoned.ladder.ladder import Ladder, Transfer

LADDERS = Kind("ladders", Ladder)
TRANSFERS = Kind("transfers", Transfer)
HATS = Kind("hats", Hat)
