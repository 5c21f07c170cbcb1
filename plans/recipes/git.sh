#!/bin/sh
# Plans in git on your own machine: run the lines that you want, in the repository of your plans.

# Merges by row and field; review marks of two branches stay both. Once for each clone.
farsight git-setup

# git diff and git log -p show plans in their canonical layout: what is only laid out anew is no
# difference. Lines are numbered as in that layout; take it back with
# git config --unset diff.farsight.textconv
git config diff.farsight.textconv "farsight fmt --print --"

# git difftool -t farsight says in decisions what changed in each plan.
git config difftool.farsight.cmd 'farsight diff -- "$LOCAL" "$REMOTE"'
git config difftool.prompt false
