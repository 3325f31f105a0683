#!/usr/bin/env bash
# Makes releases: eng/release.sh [--test] [RID...], by default linux-x64, win-x64 and osx-arm64.
# Each is a folder with the program and all that it needs but the system's own libraries, packed, in artifacts/release;
# beside them SHA256SUMS and a bill of materials (CycloneDX). --test starts the one for this machine from another folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$root/artifacts/release
cd "$root"

test_it=false
if [ "${1:-}" = --test ]; then
  test_it=true
  shift
fi

rids=("$@")
[ ${#rids[@]} -gt 0 ] || rids=(linux-x64 win-x64 osx-arm64)

version=$(sed -nE 's:.*<Version>(.*)</Version>.*:\1:p' src/BlockAssist.Cli/BlockAssist.Cli.csproj)
mkdir -p "$out"

# Packs a folder as its system expects: .zip for Windows, .tar.gz elsewhere.
pack() {
  local name=$1
  case $name in
    *win*) (cd "$out" && rm -f "$name.zip" && zip -qr "$name.zip" "$name") ;;
    *) tar -czf "$out/$name.tar.gz" -C "$out" "$name" ;;
  esac
}

publish() {
  local rid=$1 name=blockassist-$version-$1
  rm -rf "${out:?}/$name"
  dotnet publish src/BlockAssist.Cli -c Release -r "$rid" --self-contained -p:PublishProfile=release -p:ReleaseOf="$rid" -p:ArtifactsPath="$out/work" -o "$out/$name" -nologo -v quiet -nodeReuse:false
  rm -f "$out/$name"/*.pdb
  if ! ls "$out/$name" | grep -Eq '^(lib)?torch_cpu\.'; then
    echo "the package for $rid has no torch" >&2
    return 1
  fi

  cp LICENSE README.md CHANGELOG.md "$out/$name"
  pack "$name"
}

# The bill of materials is of the packages that are resolved, from the lock files' versions.
describe() {
  dotnet tool restore > /dev/null
  dotnet tool run dotnet-CycloneDX -- src/BlockAssist.Cli/BlockAssist.Cli.csproj --output "$out" --filename "blockassist-$version.cdx.json" --output-format Json \
    --set-name BlockAssist --set-version "$version" --exclude-dev > "$out/work/sbom.log" || { cat "$out/work/sbom.log" >&2; return 1; }
}

# Away from the checkout and without the SDK: a release has to stand alone.
try_it() {
  local rid=$1 folder scratch
  scratch=$(mktemp -d)
  tar -xzf "$out/blockassist-$version-$rid.tar.gz" -C "$scratch"
  folder=$scratch/blockassist-$version-$rid
  env -i HOME="$scratch" PATH=/usr/bin:/bin BLOCKASSIST_HOME="$scratch/home" "$folder/blockassist" play --headless --only-play --seed 7
  env -i HOME="$scratch" PATH=/usr/bin:/bin BLOCKASSIST_HOME="$scratch/home" "$folder/blockassist" demos verify
  rm -rf "$scratch"
}

for rid in "${rids[@]}"; do publish "$rid"; done
describe
(cd "$out" && sha256sum blockassist-"$version"*.tar.gz blockassist-"$version"*.zip blockassist-"$version".cdx.json 2> /dev/null > SHA256SUMS || true)
if $test_it; then try_it linux-x64; fi
(cd "$out" && ls -l blockassist-"$version"*.tar.gz blockassist-"$version"*.zip blockassist-"$version".cdx.json SHA256SUMS 2> /dev/null || true)
