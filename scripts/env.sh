# Owns nothing but PATH: `. scripts/env.sh` puts the Node and pnpm of .tools first. Run `npm start` once before.
qinghe_tools="$(cd "$(dirname "${BASH_SOURCE:-$0}")/.." && pwd)/.tools/node_modules"
for qinghe_node in "$qinghe_tools"/node-*/bin "$qinghe_tools/.bin"; do
  if [ -d "$qinghe_node" ]; then PATH="$qinghe_node:$PATH"; fi
done
export PATH
unset qinghe_tools qinghe_node
