package cn.lantai.prose;

import cn.lantai.entity.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what curators write. */
public final class Prose {

  private static final Pattern MARKED = Pattern.compile("([->])[\\s\\u3000]+(\\S.*)");

  private Prose() {}

  /** The passages of a text; its blank lines say nothing. */
  public static List<Passage> read(String source) {
    List<Passage> passages = new ArrayList<>();
    source
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> add(line, passages));
    return List.copyOf(passages);
  }

  private static void add(String source, List<Passage> passages) {
    Matcher marked = MARKED.matcher(source);
    if (!marked.matches()) {
      passages.add(new Passage(Passage.Kind.PARAGRAPH, List.of(LineReader.read(source))));
      return;
    }
    Passage.Kind kind = marked.group(1).equals("-") ? Passage.Kind.LIST : Passage.Kind.QUOTATION;
    List<Line> lines = new ArrayList<>();
    int last = passages.size() - 1;
    if (last >= 0 && passages.get(last).kind() == kind) {
      lines.addAll(passages.remove(last).lines());
    }
    lines.add(LineReader.read(marked.group(2)));
    passages.add(new Passage(kind, lines));
  }

  /** The text without its marks, each paragraph in a line. */
  public static String plain(String source) {
    return read(source).stream().map(Passage::plain).collect(Collectors.joining("\n"));
  }

  public static LocalizedText plain(LocalizedText source) {
    return LocalizedText.of(plain(source.zh()), source.en().map(Prose::plain).orElse(null));
  }
}
