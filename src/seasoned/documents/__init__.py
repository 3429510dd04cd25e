"""Files to plain text, within limits, with one clear sentence where that fails."""
