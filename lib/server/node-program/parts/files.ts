import "server-only";

/** The files of a transaction: templates of containerd, then registries.yaml. The journal lists them; all else goes over that list. */
export const files = String.raw`
# A line a file: its name, the digest it must have, the one it shall have, either may be absent, and its place. The last one
# takes its name last: a start of the service in between then reads the old registries.
list_files() {
  while read -r key item was goal; do
    [ "$key" != template ] || printf "%s %s %s %s\n" "$item" "$was" "$goal" "$data/agent/etc/containerd/$item"
  done <<END
$options
END
  printf "registries.yaml %s %s %s\n" "$expected" "$wanted" "$target"
}
# Calls a function for one file after the other until it fails for one; what is known of the file stands in variables.
each() {
  if [ "$dry_run" = no ]; then
    each_listed "$1" 3<"$journal/files"
    return
  fi
  each_listed "$1" 3<<END
$listed
END
}
each_listed() {
  while read -r item expected wanted target <&3; do
    set_places
    "$1" || return 1
  done
}
# The same variables of one file, by its name.
pick() {
  while read -r item expected wanted target <&3; do
    if [ "$item" = "$1" ]; then
      set_places
      return 0
    fi
  done 3<"$journal/files"
  return 1
}
set_places() {
  folder=@{target%/*}
  folder=@{folder:-/}
  staged=$folder/.pullpath-$id.$item.new
  kept=$folder/.pullpath-$id.$item.old
}
# What is there now: a digest, absent, or a word that nothing is expected to be.
present() {
  if [ -f "$target" ] && [ ! -L "$target" ]; then
    digest_of "$target"
  elif [ -e "$target" ] || [ -L "$target" ]; then
    printf other
  else
    printf absent
  fi
}
is_same() {
  [ "$expected" = "$wanted" ]
}
is_expected() {
  [ "$(present)" = "$expected" ]
}
is_wanted() {
  [ "$(present)" = "$wanted" ]
}
is_known() {
  is_expected || is_wanted
}
forget_file() {
  if [ -e "$staged" ] || [ -L "$staged" ] || [ -e "$kept" ] || [ -L "$kept" ]; then rm -f "$staged" "$kept"; fi
  return 0
}
# A file that was taken away, or came back, has no time to tell so: the change is remembered here.
note_removal() {
  touch "$base/removed"
}
is_started_after_removals() {
  [ ! -e "$base/removed" ] || is_started_after "$base/removed"
}
is_read() {
  [ "$wanted" = absent ] || is_started_after "$target"
}
is_in_effect() {
  each is_read && is_started_after_removals
}
`;
