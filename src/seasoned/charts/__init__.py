"""Domain values to Vega-Lite specifications, and those to SVG, PNG and PDF."""
