# What the editors' scripts have in common: a fresh binary, and a project with a client whose address lacks its path.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
here=$PWD/e2e
source e2e/packages.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAIL: $*" >&2
  exit 1
}

go build -o "$work/autogenlint" ./cmd/autogenlint
export HOME="$work" # what the editors remember goes there
mkdir -p "$work/project/.git"
cat >"$work/project/app.py" <<'PY'
from autogen import AssistantAgent

name = "é😀"; helper = AssistantAgent("helper", llm_config={"config_list": [{"model": "llama3", "api_key": "ollama", "base_url": "http://localhost:11434"}]})
helper.generate_reply([{"role": "user", "content": "hello"}])
PY
mended='"base_url": "http://localhost:11434/v1"'
export SERVER="$work/autogenlint" FILE="$work/project/app.py"
