# A thin alias over the script `go`, which is the truth.
.PHONY: run test check setup
run test check setup:
	python3 go $@
