/**
 * The one way in for changes: whoever describes, publishes or withdraws does it here. Nothing
 * reaches the journal that does not satisfy the profile, nothing becomes public that is not open,
 * and no editor overwrites what another has saved meanwhile.
 */
package cn.lantai.curation;
