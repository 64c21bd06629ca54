# What the scripts share that need a program of the system's packages.

# installed COMMAND PACKAGE... installs packages unless the command is there. It says what went wrong, and returns 1, if it cannot.
installed() {
  command -v "$1" >/dev/null && return
  shift
  local sudo='' log
  [ "$(id -u)" = 0 ] || sudo=sudo
  log=$({ $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" ||
    { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; }; } 2>&1) ||
    { printf '%s\ncannot install %s\n' "$log" "$*" >&2; return 1; }
}
