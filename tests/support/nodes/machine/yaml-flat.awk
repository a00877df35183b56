# Flattens an ordinary registries.yaml to lines of tab-separated parts: section, name, field, key or index, value.
# A few shapes that yaml.v2 refuses are refused here, in its words; it is no YAML parser.
function fail(text) { print text > "/dev/stderr"; failed = 1; exit 1 }
function emit(path, value) { gsub(/\034/, "\t", path); print path "\t" value }
function join(depth, i, path) {
  for (i = 1; i <= depth; i++) path = path (i > 1 ? "\034" : "") key[i]
  return path
}
# Position after the closing quote of the quoted text at the start of s.
function quoted_end(s, quote, i, c) {
  quote = substr(s, 1, 1)
  for (i = 2; i <= length(s); i++) {
    c = substr(s, i, 1)
    if (quote == "\"" && c == "\\") i++
    else if (c == quote && quote == "'" && substr(s, i + 1, 1) == "'") i++
    else if (c == quote) return i + 1
  }
  return 0
}
function unquote(s, quote) {
  quote = substr(s, 1, 1)
  s = substr(s, 2, length(s) - 2)
  if (quote == "'") gsub(/''/, "'", s)
  else { gsub(/\\\\/, "\035", s); gsub(/\\"/, "\"", s); gsub(/\\n/, "\n", s); gsub(/\035/, "\\", s) }
  return s
}
# The line without its comment; brackets outside quotes are counted in `open`.
function strip(s, i, c, from) {
  for (i = 1; i <= length(s); i++) {
    c = substr(s, i, 1)
    if ((c == "\"" || c == "'") && (i == 1 || substr(s, i - 1, 1) ~ /[ \[{,:]/)) {
      from = quoted_end(substr(s, i))
      if (!from) fail("yaml: line " NR + 1 ": found unexpected end of stream")
      i += from - 2
    } else if (c == "#" && (i == 1 || substr(s, i - 1, 1) == " ")) { s = substr(s, 1, i - 1); break }
    else if (c == "{" && (open || substr(s, 1, i - 1) ~ /(^|[:\-,]) *$/)) { open++; closer = "}" }
    else if (c == "[" && (open || substr(s, 1, i - 1) ~ /(^|[:\-,]) *$/)) { open++; closer = "]" }
    else if ((c == "}" || c == "]") && open) open--
  }
  sub(/ +$/, "", s)
  return s
}
function flow_skip() { sub(/^[ ,]+/, "", flow) }
function flow_scalar(   end, s) {
  if (flow ~ /^["']/) { end = quoted_end(flow); s = unquote(substr(flow, 1, end - 1)) }
  else { end = match(flow, /(: |:$|[,\]}])/); if (!end) end = length(flow) + 1; s = substr(flow, 1, end - 1); sub(/ +$/, "", s) }
  flow = substr(flow, end)
  return s
}
function flow_value(path,   n, name) {
  flow_skip()
  if (flow ~ /^\[/) {
    flow = substr(flow, 2); flow_skip()
    while (flow != "" && flow !~ /^\]/) { flow_value(path "\034" n++); flow_skip() }
    flow = substr(flow, 2)
  } else if (flow ~ /^\{/) {
    flow = substr(flow, 2); flow_skip()
    while (flow != "" && flow !~ /^\}/) {
      name = flow_scalar()
      if (flow !~ /^ *:/) fail("yaml: line " NR ": did not find expected ',' or '}'")
      sub(/^ *: */, "", flow)
      flow_value(path == "" ? name : path "\034" name); flow_skip()
    }
    flow = substr(flow, 2)
  } else emit(path, flow_scalar())
}
function value(path, s) {
  if (s ~ /^&[^ ]+/) { match(s, /^&[^ ]+/); anchors[substr(s, 2, RLENGTH - 1)] = 1; s = substr(s, RLENGTH + 2) }
  if (s ~ /^\*/) {
    if (!(substr(s, 2) in anchors)) fail("yaml: unknown anchor '" substr(s, 2) "' referenced")
    return
  }
  if (s ~ /^[[{]/) { flow = s; flow_value(path); return }
  if (s ~ /^["']/) { emit(path, unquote(s)); return }
  if (s ~ /^[@`%]/) fail("yaml: line " NR ": found character that cannot start any token")
  if (s ~ /: / || s ~ /:$/) fail("yaml: line " NR ": mapping values are not allowed in this context")
  if (s == "~" || s == "null") s = ""
  if (path ~ /\034endpoint$/ && s != "")
    fail("yaml: unmarshal errors:\\n  line " NR ": cannot unmarshal !!str `" substr(s, 1, 7) "...` into []string")
  emit(path, s)
}
{
  sub(/\r$/, "")
  if (NR == 1) sub(/^\357\273\277/, "")
  if (!pending && $0 ~ /^---/) { if (depth) exit; next }
  if (!pending && $0 ~ /^ *\t/) fail("yaml: line " NR ": found character that cannot start any token")
  text = strip($0)
  if (pending) { sub(/^[ \t]+/, " ", text); text = held text }
  else if (text ~ /^ *$/) next
  held = text; pending = open > 0
  if (pending) next
  match(text, /^ */); indent = RLENGTH; text = substr(text, indent + 1)
  if (text ~ /^-( |$)/) {
    while (depth && at[depth] > indent) depth--
    if (!depth) fail("yaml: unmarshal errors:\\n  line " NR ": cannot unmarshal !!seq into registries.Registry")
    sub(/^- */, "", text)
    path = join(depth); value(path "\034" count[path]++, text)
    next
  }
  if (text ~ /^\{/) { flow = text; flow_value(""); depth = 1; next }
  if (text ~ /^\*/) fail("yaml: line " NR ": did not find expected alphabetic or numeric character")
  if (text ~ /^["']/) { end = quoted_end(text); name = unquote(substr(text, 1, end - 1)) }
  else { end = match(text, /:( |$)/); name = substr(text, 1, end - 1) }
  rest = substr(text, end)
  if (!end || rest !~ /^ *:/) {
    if (depth) fail("yaml: line " NR + 1 ": could not find expected ':'")
    fail("yaml: unmarshal errors:\\n  line " NR ": cannot unmarshal !!str `" substr(text, 1, 7) "...` into registries.Registry")
  }
  sub(/^ *: */, "", rest)
  while (depth && at[depth] >= indent) depth--
  if (depth && filled[depth]) fail("yaml: line " NR ": mapping values are not allowed in this context")
  depth++; at[depth] = indent; key[depth] = name; filled[depth] = (rest != "" && rest !~ /^[&#]/)
  if (depth == 2) emit(join(2), "")
  if (rest != "") value(join(depth), rest)
}
END { if (!failed && pending) { print "yaml: line " NR ": did not find expected ',' or '" closer "'" > "/dev/stderr"; exit 1 } }
