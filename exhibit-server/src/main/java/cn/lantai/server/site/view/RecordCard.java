package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record as it appears inside something else.
 *
 * @param code the reference code (档号)
 * @param facts date, form, extent: what a label puts in its second line
 * @param image usually the first page; the block may choose another
 * @param held whose it is, if it is of another institution
 */
public record RecordCard(
    String href,
    Text title,
    String code,
    List<Text> facts,
    Optional<Text> summary,
    Optional<Image> image,
    boolean example,
    Optional<Held> held) {

  /**
   * What is always said of an object of another institution.
   *
   * @param statement what its holder requires to be shown
   * @param rights address of its licence
   * @param home its page at the holder's, or else its manifest
   */
  public record Held(Text holder, Optional<Text> statement, Optional<String> rights, String home) {}

  /** One of our own. */
  public RecordCard(
      String href,
      Text title,
      String code,
      List<Text> facts,
      Optional<Text> summary,
      Optional<Image> image,
      boolean example) {
    this(href, title, code, facts, summary, image, example, Optional.empty());
  }

  public RecordCard {
    Objects.requireNonNull(href);
    Objects.requireNonNull(title);
    Objects.requireNonNull(code);
    facts = List.copyOf(facts);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(image);
  }
}
