package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Words quoted, one text a line, never without saying from where. */
public record QuoteBlock(List<Text> lines, Optional<Text> origin, List<Link> sources)
    implements Block {
  public QuoteBlock {
    lines = List.copyOf(lines);
    Objects.requireNonNull(origin);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "quote";
  }

  /** Long or Western quotations do not stand well in vertical columns. */
  public boolean isVertical() {
    return lines.stream().allMatch(line -> line.isChinese() && line.length() <= 16)
        && lines.size() <= 6;
  }
}
