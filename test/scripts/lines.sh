#!/bin/sh
# Names the lines above 120 characters, outside of data and of prose, where a table's row is a line.
! git grep -nE '.{121,}' -- . ':!*.md' ':!package-lock.json' ':!generated/' ':!openapi/ory.json' ':!*/vectors.json' ':!*go.sum'
