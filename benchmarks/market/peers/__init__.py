"""What runs inside the virtual environments of the peers; it imports nothing of Seasoned."""
