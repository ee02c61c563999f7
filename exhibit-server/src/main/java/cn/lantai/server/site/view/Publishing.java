package cn.lantai.server.site.view;

import java.util.Optional;

/**
 * What can be done to show something to the public, or to take it out again.
 *
 * @param type of the thing, in addresses
 * @param version the journal row of its newest version
 * @param direct whether the reader may publish it without a review
 * @param mayWithdraw whether he may take it out of public
 * @param maySubmit whether he may ask for a review
 * @param review the address of the review under way
 * @param ofNewest whether that is of the newest version
 */
public record Publishing(
    String type,
    String key,
    long version,
    EntryView.EntryState state,
    boolean direct,
    boolean mayWithdraw,
    boolean maySubmit,
    Optional<String> review,
    boolean ofNewest) {

  public static final Publishing NOTHING =
      new Publishing(
          "", "", 0, EntryView.EntryState.NEW, false, false, false, Optional.empty(), true);

  /** Whether there is a version that the public does not see. */
  public boolean hasMore() {
    return state == EntryView.EntryState.NOT_PUBLIC
        || state == EntryView.EntryState.CHANGED
        || state == EntryView.EntryState.WITHDRAWN;
  }

  public boolean isPublic() {
    return state == EntryView.EntryState.PUBLIC || state == EntryView.EntryState.CHANGED;
  }
}
