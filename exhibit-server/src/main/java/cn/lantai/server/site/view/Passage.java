package cn.lantai.server.site.view;

import cn.lantai.prose.Line;
import cn.lantai.prose.Prose;
import java.util.List;

/** A paragraph, a list or a quotation that a curator wrote, in one language. */
public record Passage(cn.lantai.prose.Passage said, String lang) {

  public static List<Passage> read(Text source) {
    return Prose.read(source.value()).stream()
        .map(passage -> new Passage(passage, source.lang()))
        .toList();
  }

  /** A text in which no character is a mark. */
  public static Passage of(Text text) {
    return new Passage(
        new cn.lantai.prose.Passage(
            cn.lantai.prose.Passage.Kind.PARAGRAPH, List.of(Line.literal(text.value()))),
        text.lang());
  }

  public List<Line> lines() {
    return said.lines();
  }

  /** Without the marks. */
  public Text plain() {
    return Text.of(lang, said.plain());
  }
}
