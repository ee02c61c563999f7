package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Words quoted, never without saying from where. */
public record QuoteBlock(List<Passage> words, Optional<Text> origin, List<Link> sources)
    implements Block {
  public QuoteBlock {
    words = List.copyOf(words);
    Objects.requireNonNull(origin);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "quote";
  }

  /** Long or Western quotations do not stand well in vertical columns. */
  public boolean isVertical() {
    List<Text> lines =
        words.stream()
            .flatMap(
                passage -> passage.lines().stream().map(it -> Text.of(passage.lang(), it.plain())))
            .toList();
    return lines.stream().allMatch(line -> line.isChinese() && line.length() <= 16)
        && lines.size() <= 6;
  }
}
