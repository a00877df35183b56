import "server-only";

/** What a transaction looks at before it brings anything, and the backup of what is there. */
export const check = String.raw`
check() {
  event check started
  each check_file
  absent=$(list_missing)
  [ -z "$absent" ] || abandon tls-path-missing paths "$absent"
  each check_folder
  above=@{path%/*}
  above=@{above:-/}
  [ ! -d "$above" ] || check_guarded "$above"
  look
  if [ "$load" = not-found ] && [ "$write_only" = no ]; then abandon service-not-found unit "$unit"; fi
  ask_node
  ask_containerd
  event check baseline unit "$active" containerd "$containerd" ready "$ready"
  pulled=""
  [ "$dry_run" = no ] || return 0
  if is_pull_wanted; then try_pull check; fi
  put baseline "$active $containerd $ready $pulled"
}
check_file() {
  case $item in
    registries.yaml | config.toml.tmpl | config-v3.toml.tmpl) ;;
    *) abandon protocol reason file-name ;;
  esac
  if [ -L "$target" ]; then abandon not-writable path "$target" reason not-a-file; fi
  if [ -e "$target" ] && [ ! -f "$target" ]; then abandon not-writable path "$target" reason not-a-file; fi
  if is_expected; then return 0; fi
  at=""
  [ ! -e "$target" ] || at=$(modified_ms "$target")
  abandon file-changed path "$target" modified "$at"
}
# Files that the new one names and Pullpath does not bring.
list_missing() {
  while IFS= read -r line; do
    case $line in
      "require "*)
        line=@{line#require }
        if [ ! -f "$line" ] || [ ! -r "$line" ]; then printf "%s\n" "$line"; fi
        ;;
    esac
  done <<END
$options
END
}
check_guarded() {
  is_guarded "$1" || abandon not-writable path "$1" reason open-folder
}
# A folder that is missing is made as K3s itself does, below one that is guarded.
check_folder() {
  if [ ! -d "$folder" ]; then
    climb "$folder"
    check_guarded "$place"
    [ "$dry_run" = no ] || return 0
    case $item in
      registries.yaml) problem=$(mkdir -p "$folder" 2>&1 && chmod 0755 "$folder" 2>&1) ;;
      *) problem=$( (mkdir -p "$data/agent" && umask 022 && mkdir -p "$folder") 2>&1) ;;
    esac || abandon "$(why "$problem")" path "$folder"
  fi
  check_guarded "$folder"
}
back_up() {
  event back-up started
  problem=$(mkdir -p "$backup" 2>&1) || abandon "$(why "$problem")" path "$backup"
  saved=no
  each back_up_file
  if [ "$saved" = no ]; then
    event back-up nothing-there
  else
    event back-up saved folder "$backup"
  fi
}
back_up_file() {
  if [ "$expected" = absent ]; then
    : >"$backup/$item.absent"
    return 0
  fi
  problem=$( (cp "$target" "$backup/$item" && stat -c "%a %u:%g" "$target" >"$backup/$item.owner") 2>&1) ||
    abandon "$(why "$problem")" path "$backup"
  [ "$(digest_of "$backup/$item")" = "$expected" ] || abandon file-changed path "$target"
  for file in "$tls"/*; do
    [ ! -e "$file" ] || ! grep -qF "$file" "$target" || cp -p "$file" "$backup/"
  done
  sync "$backup/$item" 2>/dev/null || sync
  saved=yes
}
`;
