"""A person: evidence, the one belief it adds up to, and the standing read from that belief."""
