/**
 * The one way in for changes: whoever describes, publishes or withdraws does it here. Nothing
 * reaches the journal that does not satisfy the profile, and nothing becomes public that is not
 * open.
 */
package cn.lantai.curation;
