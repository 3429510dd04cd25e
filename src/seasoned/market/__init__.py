"""Job adverts read into what they ask, each value with the words that say it."""
