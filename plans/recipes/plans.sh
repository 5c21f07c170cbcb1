#!/bin/sh
# Plans on a build server: any server that has git and farsight.
#
#   sh plans.sh check origin/main [options of farsight check]
#       Checks the plans that this branch changes. What the base had already fails nothing, so no
#       list of known findings has to be kept; but a broken file or reference always counts. Ends
#       with 0 where nothing new is found, else with 1.
#
#   sh plans.sh comment origin/main
#       Prints what this branch changes, in decisions, as Markdown for a pull request; nothing where
#       no content changed.
#
# Run it at the top of the repository, with the whole history (no shallow clone).
set -eu

usage() {
    echo "usage: plans.sh check|comment BASE [OPTIONS]" >&2
    exit 2
}

# The plans that changed and are still there, each ended by a zero byte: names may hold anything.
changed() {
    git diff --name-only -z --no-renames --diff-filter=d "$base" HEAD -- '*.toml' |
        xargs -0 -r git --literal-pathspecs grep -lz '^farsight *=' -- || :
}

check() {
    known=.farsight-base.json
    trap 'rm -rf "$work" "$known"' EXIT
    mkdir "$work/base"
    git archive "$base" | tar -xf - -C "$work/base"
    # What is found in the base is known. It ends with 1 where there is something, with 2 where
    # there was no plan yet; neither matters here.
    (cd "$work/base" && farsight check . --write-baseline "$known") >/dev/null 2>&1 || :
    if [ -f "$work/base/$known" ]; then
        cp "$work/base/$known" "$known"
        set -- --baseline "$known" "$@"
    fi
    changed >"$work/changed"
    if [ ! -s "$work/changed" ]; then
        echo "No plan changed." >&2
        return
    fi
    xargs -0 farsight check "$@" -- <"$work/changed" || exit 1
}

comment() {
    # farsight diff ends with 1 where content changed, with 3 where a plan cannot be read: that is
    # told on the standard error, and it is for the check to fail.
    changed | xargs -0 -r -n 1 sh -c '
        farsight diff --exit-code --format markdown --rev "$1..HEAD" -- "$3" >"$2"
        if [ $? -eq 1 ]; then cat "$2"; echo; fi' sh "$base" "$work/page"
}

[ $# -ge 2 ] || usage
command=$1
base=$(git merge-base "$2" HEAD)
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $command in
    check) check "$@" ;;
    comment) comment ;;
    *) usage ;;
esac
