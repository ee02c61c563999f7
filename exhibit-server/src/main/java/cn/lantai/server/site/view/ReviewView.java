package cn.lantai.server.site.view;

import cn.lantai.review.Act;
import cn.lantai.review.Round;
import cn.lantai.review.Stand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One review.
 *
 * @param subject where the thing is edited
 * @param page its public address, if it has one
 * @param seen how many steps there are
 * @param rounds all there are to be
 * @param newer the version that was saved after the one under review
 * @param broken the first step that is not what was written
 * @param acts what the reader may do
 * @param lastRound whether who passes it now has it published
 * @param objection why the reader may not decide, though he is a reviewer
 * @param changes what would change in public; of the whole thing if nothing of it is public
 * @param fresh whether nothing of it is public
 * @param spots of what a comment can speak
 * @param at of what the reader is about to speak
 * @param sheet the page image, if it is one that is reviewed and the reader may see it
 */
public record ReviewView(
    long id,
    Text title,
    Kind kind,
    String subject,
    Optional<String> page,
    Stand stand,
    int seen,
    List<Round> rounds,
    String writer,
    Instant written,
    Optional<Instant> due,
    Optional<Newer> newer,
    Optional<Integer> broken,
    Set<String> acts,
    boolean lastRound,
    Optional<Text> objection,
    List<StepLine> steps,
    boolean fresh,
    List<Change> changes,
    List<Spot> spots,
    String at,
    boolean mayComment,
    List<Remark> remarks,
    Optional<Image> sheet,
    Optional<String> preview)
    implements PageView {

  public record Newer(String agent, Instant at) {}

  public record StepLine(
      Act act,
      Optional<Round> round,
      String agent,
      Instant at,
      String reason,
      Optional<Instant> due,
      String hash) {}

  /**
   * @param spot of what a comment on it speaks
   */
  public record Change(
      VersionsView.Happened happened, Text what, String spot, List<VersionsView.Cell> cells) {
    public Change {
      cells = List.copyOf(cells);
    }
  }

  public record Spot(String value, Text label) {}

  /**
   * @param spot of what it speaks; empty for the whole, and for a place on the image
   */
  public record Remark(
      Optional<Text> spot, Optional<Region> place, String agent, Instant at, List<String> lines) {
    public Remark {
      lines = List.copyOf(lines);
    }
  }

  public ReviewView {
    rounds = List.copyOf(rounds);
    acts = Set.copyOf(acts);
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
    spots = List.copyOf(spots);
    remarks = List.copyOf(remarks);
  }

  public boolean may(String act) {
    return acts.contains(act);
  }

  @Override
  public String template() {
    return "review";
  }
}
