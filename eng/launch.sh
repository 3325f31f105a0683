# What ./blockassist and ./test.sh share: finding .NET, what the system lacks, one build at a time.
# Read by them, not run. Wants $root (the checkout) and $state (a folder for the lock and logs).

program=$root/artifacts/bin/BlockAssist.Cli/release/blockassist.dll

# What the programs need from the system: what to look for | Debian's package | what for.
# To look for: a command, or a library by its file (libglfw.so.3).
needs=(
  "libglfw.so.3|libglfw3|the window"
  "libGLX_mesa.so.0|libglx-mesa0|the picture in a window"
  "libEGL.so.1|libegl1|pictures without a window"
  "libEGL_mesa.so.0|libegl-mesa0|pictures without a graphics card"
  "libopenal.so.1|libopenal1|sound"
)

# Without it .NET does not start. Each release of Debian has one, with another number.
icu="libicuuc.so|^libicu[0-9][0-9]*\$|.NET"
case $OSTYPE in
  linux*) needs+=("$icu") ;;
esac

# Quiet, and no build server that waits for a next time.
build_options=(-nologo -v quiet -nodeReuse:false)

say() { printf 'blockassist: %s\n' "$*" >&2; }

# A text that changes whenever a file that takes part in the build comes, goes, grows or is written.
# Runs at every start, so it is one process and no more.
fingerprint() {
  cd "$root"
  local files=(src blockassist eng global.json BannedSymbols.txt .editorconfig *.props *.targets)
  if [ -d assets ]; then files+=(assets); fi
  case $OSTYPE in
    linux*) exec find "${files[@]}" -type f -printf '%p %s %T@\n' ;;
    *) exec find "${files[@]}" -type f -exec stat -f '%N %z %Fm' {} + ;;
  esac
}

# Whether the program is there and was built from these very files.
is_built() {
  local built=
  [ -f "$program" ] && [ -f "$state/built" ] && IFS= read -r -d '' built < "$state/built"
  [ -n "$built" ] && [ "$built" = "$1"$'\n' ]
}

# Says from which files the program was built.
record_built() { printf '%s\n' "$1" > "$state/built"; }

# Sets dotnet to the one that built the program, or chooses.
find_dotnet() {
  dotnet=
  if [ -f "$state/dotnet" ]; then IFS= read -r dotnet < "$state/dotnet" || true; fi
  if [ ! -x "$dotnet" ]; then choose_dotnet; fi
}

# Sets dotnet to the first whose SDK global.json accepts, and remembers it.
choose_dotnet() {
  local silent=
  for dotnet in "$(type -P dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet /opt/homebrew/bin/dotnet; do
    if [ ! -x "$dotnet" ]; then continue; fi
    if { (cd "$root" && "$dotnet" --version) > /dev/null; } 2> /dev/null; then
      mkdir -p "$state"
      printf '%s\n' "$dotnet" > "$state/dotnet"
      return
    fi
    silent=$dotnet
  done

  if [ -z "$silent" ] || [[ $OSTYPE != linux* ]] || is_there "${icu%%|*}"; then
    explain_sdk
  elif [ "${1:-}" = again ]; then
    say "$silent does not start without libicu"
    exit 1
  fi
  install_needs
  choose_dotnet again
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

# The list of libraries is read whole: a pipe that grep closes early would look like a failure of its writer.
is_there() {
  local libraries
  case $1 in
    lib*.so*)
      libraries=$({ ldconfig -p || /sbin/ldconfig -p; } 2> /dev/null) || true
      [[ $libraries == *"$1"* ]] ;;
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

  # A name with an asterisk is a pattern, for apt as for the shell that one types it into.
  local command="apt-get install -y --no-install-recommends"
  for package in "${packages[@]}"; do
    case $package in
      *'*'*) command+=" '$package'" ;;
      *) command+=" $package" ;;
    esac
  done
  if ! command -v apt-get > /dev/null; then
    say "install for $(join "${purposes[@]}") what Debian calls: ${packages[*]}"
  elif [ "$(id -u)" -ne 0 ]; then
    say "for $(join "${purposes[@]}") run: sudo $command"
  else
    say "installing ${packages[*]} for $(join "${purposes[@]}")"
    mkdir -p "$state"
    { apt-get update && DEBIAN_FRONTEND=noninteractive eval "$command"; } > "$state/packages.log" 2>&1 < /dev/null \
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
