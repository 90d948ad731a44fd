#!/bin/sh
# Finished workflows are kept for 30 days, for looking into problems: the record answers for them.
set -eu
temporal operator namespace describe --namespace default ||
  temporal operator namespace create --namespace default --retention 30d
