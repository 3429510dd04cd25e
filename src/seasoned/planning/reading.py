"""Where actions are read from."""

from seasoned.catalogue import Kind
from seasoned.planning.action import Action

ACTIONS = Kind("actions", Action)
