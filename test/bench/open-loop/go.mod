module ory-session-echo/open-loop

go 1.22
