package cn.lantai.server.opening;

import cn.lantai.opening.Opening;
import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ETag of a record that is to be opened or not: whoever signs names what he has seen by it.
 *
 * @param mark of what was seen, the proposal among it
 * @param text the mark of its text alone
 * @param opening the number of the opening under way; 0 if there is none
 * @param steps how many it has
 */
record OpeningTag(String mark, String text, long opening, int steps) {

  private static final Pattern FORM =
      Pattern.compile("\\s*\"([0-9a-f]{64})-([0-9a-f]{64})-(\\d{1,18})-(\\d{1,9})\"\\s*");

  static OpeningTag of(Seen seen, Optional<Opening> open) {
    return new OpeningTag(
        seen.mark(),
        seen.text().mark(),
        open.map(Opening::id).orElse(0L),
        open.map(opening -> opening.steps().size()).orElse(0));
  }

  /** A problem with status 428 if it is no such tag. */
  static OpeningTag read(String header) {
    Matcher tag = FORM.matcher(header);
    if (!tag.matches()) {
      throw OpeningProblems.preconditionRequired();
    }
    return new OpeningTag(
        tag.group(1), tag.group(2), Long.parseLong(tag.group(3)), Integer.parseInt(tag.group(4)));
  }

  EntityTag tag() {
    return new EntityTag("%s-%s-%d-%d".formatted(mark, text, opening, steps));
  }
}
