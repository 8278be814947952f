#!/bin/sh
# A double click on this file begins Legpress, which asks what it has to know.
cd "$(dirname "$0")" && exec ./legpress start
