package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document of a compilation: its transcript with its pages in the margin.
 *
 * @param number counted through the whole compilation
 * @param heading overrides the record's title
 * @param remarks the editor's notes
 */
public record TranscriptBlock(
    int number,
    RecordCard record,
    Optional<Text> heading,
    List<Leaf> leaves,
    List<Passage> remarks,
    List<Link> sources)
    implements Block {
  public TranscriptBlock {
    Objects.requireNonNull(record);
    Objects.requireNonNull(heading);
    leaves = List.copyOf(leaves);
    remarks = List.copyOf(remarks);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "transcript";
  }

  public Text title() {
    return heading.orElse(record.title());
  }

  public String anchor() {
    return "d" + number;
  }

  /** A page of the document; {@code href} opens the record there. */
  public record Leaf(
      Text label, String href, Optional<Image> image, Optional<Transcript> transcript) {
    public Leaf {
      Objects.requireNonNull(label);
      Objects.requireNonNull(href);
      Objects.requireNonNull(image);
      Objects.requireNonNull(transcript);
    }
  }
}
