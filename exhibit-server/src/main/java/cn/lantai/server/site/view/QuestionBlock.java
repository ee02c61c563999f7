package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question of a study pack.
 *
 * @param number counted through the whole pack
 * @param hints for the teacher, folded away
 */
public record QuestionBlock(
    int number, Text question, List<Passage> hints, Optional<RecordCard> record, List<Link> sources)
    implements Block {
  public QuestionBlock {
    Objects.requireNonNull(question);
    hints = List.copyOf(hints);
    Objects.requireNonNull(record);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "question";
  }
}
