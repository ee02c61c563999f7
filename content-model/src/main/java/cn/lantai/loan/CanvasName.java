package cn.lantai.loan;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One canvas of a loan, which is a part of it and no entity of its own.
 *
 * @param number its place, from 1
 */
public record CanvasName(EntityIri loan, int number) {

  private static final Pattern FRAGMENT = Pattern.compile("canvas-([1-9]\\d{0,4})");
  private static final Pattern TEXT = Pattern.compile("([^#]+)#([1-9]\\d{0,4})");

  public CanvasName {
    if (loan.type() != EntityType.LOAN || number < 1) {
      throw new IllegalArgumentException("Not a canvas of a loan: " + loan + ", " + number);
    }
  }

  static String fragment(int number) {
    return "canvas-" + number;
  }

  /** The IRI as journal and domain write it. */
  public String uri() {
    return loan.fragment(fragment(number));
  }

  /** As cells write it: {@code key#2}. */
  public String text() {
    return loan.key() + "#" + number;
  }

  /** Reads what {@link #text} writes; empty if it is something else. */
  public static Optional<CanvasName> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches() && EntityIri.isKey(matcher.group(1))
        ? Optional.of(
            new CanvasName(
                new EntityIri(EntityType.LOAN, matcher.group(1)),
                Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Empty if the fragment is none of a canvas. */
  public static Optional<CanvasName> of(EntityIri entity, String fragment) {
    Matcher matcher = FRAGMENT.matcher(fragment);
    return entity.type() == EntityType.LOAN && matcher.matches()
        ? Optional.of(new CanvasName(entity, Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }
}
