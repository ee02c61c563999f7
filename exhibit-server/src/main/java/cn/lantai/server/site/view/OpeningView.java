package cn.lantai.server.site.view;

import cn.lantai.opening.Act;
import cn.lantai.opening.Ground;
import cn.lantai.opening.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One record that is to be opened, or not.
 *
 * @param subject where it is described
 * @param waiting whether somebody still has to decide
 * @param state how it is marked now
 * @param dueYear 0 if nobody knows when it was made
 * @param mark of what is seen here: a signature names it
 * @param textMark of the text alone
 * @param until a year that is proposed
 * @param shares what the model makes of it; empty if it says nothing
 * @param decisions on how many the model was trained
 * @param whole whether all of the text was looked through
 * @param open what waits for the second signature
 * @param maySign whether the reader may sign first
 */
public record OpeningView(
    String key,
    String code,
    Text title,
    Optional<Text> date,
    String subject,
    boolean waiting,
    Text state,
    int dueYear,
    String mark,
    String textMark,
    Outcome outcome,
    Optional<String> until,
    List<Share> shares,
    int decisions,
    List<Reason> reasons,
    List<Image> images,
    List<Passage> passages,
    boolean whole,
    Optional<Open> open,
    boolean maySign,
    List<Past> past)
    implements PageView {

  /** The share of an outcome, in whole percent. */
  public record Share(Outcome outcome, int percent) {}

  /**
   * Why something is proposed.
   *
   * @param number by which marks in the text lead to it
   * @param href what it leads to, such as a person
   */
  public record Reason(int number, Text text, Outcome towards, int places, Optional<String> href) {}

  /**
   * @param src a small picture, if the reader may see it
   * @param cover where parts of it are covered
   */
  public record Image(Optional<String> src, Text label, String cover) {}

  public record Passage(Text label, List<Piece> pieces) {
    public Passage {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A stretch of text.
   *
   * @param reasons the numbers of those that saw something here
   */
  public record Piece(String text, List<Integer> reasons) {
    public Piece {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * @param seen how many steps there are
   * @param changed whether the record was changed since it was signed
   * @param proposed what was proposed then
   * @param own whether the reader signed it himself
   */
  public record Open(
      long id,
      int seen,
      String signer,
      Instant at,
      Outcome outcome,
      Optional<String> until,
      Optional<Ground> ground,
      String reason,
      Outcome proposed,
      boolean changed,
      boolean own,
      boolean mayAgree,
      boolean mayRetract) {}

  /** A step of an opening review of this record. */
  public record Past(
      long id,
      Act act,
      String agent,
      Instant at,
      Optional<Outcome> outcome,
      Optional<String> until,
      String reason,
      String hash,
      boolean broken) {}

  public OpeningView {
    shares = List.copyOf(shares);
    reasons = List.copyOf(reasons);
    images = List.copyOf(images);
    passages = List.copyOf(passages);
    past = List.copyOf(past);
  }

  @Override
  public String template() {
    return "opening";
  }
}
