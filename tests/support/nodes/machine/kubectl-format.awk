# Prints rows of nodes (name, Ready, EtcdIsVoter, version, role) as kubectl would. Variables: output, single;
# rebooting, cordoned and message (why it is not Ready) are of the machine that asks.
function condition(type, status, said) {
  gsub(/["\\]/, "\\\\&", said)
  return "{\"type\":\"" type "\",\"status\":\"" status "\",\"reason\":\"Played\",\"message\":\"" said "\"}"
}
# What the kubelet says, or for one that is silent the cluster.
function ready_message(i) {
  if (ready[i] == "True") return "kubelet is posting ready status"
  if (ready[i] == "Unknown") return "Kubelet stopped posting node status."
  if (single != "" && message != "") return message
  return "container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized"
}
function node_json(i,   s) {
  s = "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"" name[i] "\",\"labels\":{"
  if (role[i] == "server") s = s "\"node-role.kubernetes.io/control-plane\":\"true\",\"node-role.kubernetes.io/etcd\":\"true\""
  s = s "}},\"status\":{\"conditions\":["
  if (voter[i] != "-") s = s condition("EtcdIsVoter", voter[i], "") ","
  s = s condition("Ready", ready[i], ready_message(i)) "],\"nodeInfo\":{\"kubeletVersion\":\"" version[i] "\"}}}"
  return s
}
# The value of one jsonpath expression for one node.
function expression(e, i) {
  if (e ~ /"\\n"/) return "\n"
  if (e ~ /"\\t"/) return "\t"
  if (e ~ /^"/) return substr(e, 2, length(e) - 2)
  if (e ~ /EtcdIsVoter.*reason/) return voter[i] == "-" ? "" : voter[i] == "True" ? "MemberNotLearner" : "Unhealthy"
  if (e ~ /EtcdIsVoter.*status/) return voter[i] == "-" ? "" : voter[i]
  if (e ~ /Ready.*status/) return ready[i]
  if (e ~ /Ready.*message/) return ready_message(i)
  if (e ~ /kubeletVersion/) return version[i]
  if (e ~ /kured/) return single == "" ? "" : rebooting
  if (e ~ /unschedulable/) return single == "" ? "" : cordoned
  if (e ~ /node-role/) return role[i] == "server" ? "true" : ""
  if (e ~ /metadata\.name/) return name[i]
  return ""
}
function fill(template, i,   s, close_at) {
  while (template != "") {
    if (substr(template, 1, 1) != "{") { s = s substr(template, 1, 1); template = substr(template, 2); continue }
    close_at = index(template, "}")
    s = s expression(substr(template, 2, close_at - 2), i)
    template = substr(template, close_at + 1)
  }
  return s
}
NF { count++; name[count] = $1; ready[count] = $2; voter[count] = $3; version[count] = $4; role[count] = $5 }
END {
  if (output == "json") {
    if (single != "") { print node_json(1); exit }
    printf "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
    for (i = 1; i <= count; i++) printf "%s%s", (i > 1 ? "," : ""), node_json(i)
    print "]}"
  } else if (output ~ /^jsonpath=/) {
    template = substr(output, 10)
    sub(/\{range [^}]*\}/, "", template); sub(/\{end\}/, "", template)
    for (i = 1; i <= count; i++) printf "%s", fill(template, i)
  } else if (output == "name") {
    for (i = 1; i <= count; i++) print "node/" name[i]
  } else {
    print "NAME STATUS ROLES AGE VERSION"
    for (i = 1; i <= count; i++)
      print name[i], (ready[i] == "True" ? "Ready" : "NotReady"), (role[i] == "server" ? "control-plane,etcd" : "<none>"), "1d", version[i]
  }
}
