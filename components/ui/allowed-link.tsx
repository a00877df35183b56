import { AllowedButton } from "./allowed-button";
import { LinkButton, type LinkButtonProps } from "./link-button";

type AllowedLinkProps = LinkButtonProps & {
  /** Why nobody is led there now, in words; undefined when the way is open. */
  refusal: string | undefined;
};

/** A way on that stays where it is when it is closed, and says why. */
export function AllowedLink({ refusal, ...props }: AllowedLinkProps) {
  if (refusal === undefined) return <LinkButton {...props} />;
  const { variant, size, icon, children } = props;
  return (
    <AllowedButton {...(variant && { variant })} {...(size && { size })} icon={icon} refusal={refusal}>
      {children}
    </AllowedButton>
  );
}
