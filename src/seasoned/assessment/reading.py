"""Where items are read from."""

from seasoned.assessment.item import Item
from seasoned.catalogue import Kind

ITEMS = Kind("items", Item)
