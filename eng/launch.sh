# What ./blockassist and ./test.sh share: finding .NET, what the system lacks, one build at a time.
# Read by them, not run. Wants $root (the checkout) and $state (a folder for the lock and logs).

# What the programs need from the system: what to look for | Debian's package | what for.
# To look for: a command, or a library by its file (libglfw.so.3).
needs=(
)

# Quiet, and no build server that waits for a next time.
build_options=(-nologo -v quiet -nodeReuse:false)

say() { printf 'blockassist: %s\n' "$*" >&2; }

# Sets dotnet.
find_dotnet() {
  if hash dotnet 2> /dev/null; then
    dotnet=${BASH_CMDS[dotnet]}
    return
  fi
  for dotnet in "${DOTNET_ROOT:-}/dotnet" "$HOME/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet /opt/homebrew/bin/dotnet; do
    if [ -x "$dotnet" ]; then return; fi
  done
  explain_sdk
}

explain_sdk() {
  cat >&2 <<'HELP'
blockassist: the .NET SDK 10.0.400 or newer is needed and was not found. To get it:
  Debian, Ubuntu  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
                  (to ~/.dotnet, where this command finds it; as a package: https://learn.microsoft.com/dotnet/core/install/linux)
  macOS           brew install dotnet
  Windows         winget install Microsoft.DotNet.SDK.10
  others          https://dot.net/download
HELP
  exit 1
}

is_there() {
  case $1 in
    lib*.so*) { ldconfig -p || /sbin/ldconfig -p; } 2> /dev/null | grep -qF "$1" ;;
    *) command -v "$1" > /dev/null ;;
  esac
}

# Lacking packages stop nothing: the parts that need them say so, and so does `blockassist doctor`.
install_needs() {
  local need what package purpose packages=() purposes=()
  for need in ${needs[@]+"${needs[@]}"}; do
    IFS='|' read -r what package purpose <<< "$need"
    if ! is_there "$what"; then
      packages+=("$package")
      purposes+=("$purpose")
    fi
  done
  if [ ${#packages[@]} -eq 0 ]; then return; fi

  local command="apt-get install -y --no-install-recommends ${packages[*]}"
  if ! command -v apt-get > /dev/null; then
    say "install for $(join "${purposes[@]}") what Debian calls: ${packages[*]}"
  elif [ "$(id -u)" -ne 0 ]; then
    say "for $(join "${purposes[@]}") run: sudo $command"
  else
    say "installing ${packages[*]} for $(join "${purposes[@]}")"
    { apt-get update && DEBIAN_FRONTEND=noninteractive $command; } > "$state/packages.log" 2>&1 < /dev/null \
      || say "that failed (see $state/packages.log); run: $command"
  fi
}

join() { local IFS=,; printf '%s' "$*" | sed 's/,/, /g'; }

# Two at once build one after the other. The lock is not handed down: build servers outlive the build.
with_lock() {
  if command -v flock > /dev/null; then
    { flock 9; "$@" 9>&-; } 9> "$state/lock"
  else
    until mkdir "$state/lock.d" 2> /dev/null; do
      kill -0 "$(cat "$state/lock.d/pid" 2> /dev/null || echo $$)" 2> /dev/null || rm -rf "$state/lock.d"
      sleep 0.2
    done
    echo $$ > "$state/lock.d/pid"
    trap 'rm -rf "$state/lock.d"' EXIT
    "$@"
    rm -rf "$state/lock.d"
    trap - EXIT
  fi
}
