package cn.lantai.server.site.view;

import cn.lantai.showing.Showing;
import java.time.Instant;
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
 * @param times when it opens and closes; empty for what has no such times
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
    boolean ofNewest,
    Optional<Times> times) {

  public static final Publishing NOTHING =
      new Publishing(
          "",
          "",
          0,
          EntryView.EntryState.NEW,
          false,
          false,
          false,
          Optional.empty(),
          true,
          Optional.empty());

  /**
   * When something opens and closes.
   *
   * @param edits how often that was set
   * @param opens for a field of a form
   * @param closes for a field of a form
   * @param due when the next of both is due
   * @param next which of both that is
   * @param outcome what came of the last one that was due
   * @param ofNewest whether what opens is the newest version
   * @param mayOpen whether it may open by a time of its own, without a review
   */
  public record Times(
      int edits,
      String opens,
      String closes,
      Optional<Instant> due,
      Optional<Showing.Act> next,
      Optional<Showing.Outcome> outcome,
      boolean ofNewest,
      boolean mayOpen) {}

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
