"""The walks through the rooms, one file a journey."""
