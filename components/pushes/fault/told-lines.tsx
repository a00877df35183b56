import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import type { PushNodeView } from "@/lib/domain/pushes/views";

/** The lines of a node that say why it is not Ready, which hosts failed, what crictl said, and what its logs are known to mean. */
export function ToldLines({ node }: { node: PushNodeView }) {
  const t = useTranslations("pushes.evidence");
  return (["readySaid", "lines", "pullError", "pullHosts"] as const).map((key) => {
    const text = node.evidence[key];
    return text ? <CodeBlock key={key} label={t(key)} code={text} /> : null;
  });
}
