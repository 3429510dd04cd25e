"""How standing, gap, plan and the rest look in a terminal; commands share them."""
