"""Whether questions are fair and sound: Mantel-Haenszel and logistic DIF, item and person fit, drift, reliability."""
