#!/bin/sh
# Names the lines above 120 characters, outside of data and of prose, where a table's row is a line.
! LC_ALL=C.UTF-8 git grep -nE '.{121,}' -- . ':!*.md' ':!package-lock.json' ':!generated/' ':!openapi/ory.json' \
  ':!test/parity/vectors.json' ':!*go.sum'
