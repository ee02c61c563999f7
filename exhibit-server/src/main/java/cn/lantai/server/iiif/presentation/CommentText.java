package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.prose.Line;
import cn.lantai.prose.Passage;
import cn.lantai.prose.Prose;
import cn.lantai.prose.Stretch;
import cn.lantai.prose.Words;
import cn.lantai.selection.Item;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of an exhibit as bodies of an annotation, one for each language. Where something is
 * marked or leads elsewhere it is HTML, of the few elements that IIIF Presentation 3 has viewers
 * show; there is none among them for items of a list.
 */
final class CommentText {

  private static final String BREAK = "<br/>";

  /** Without a slash at the end. */
  private final String base;

  /**
   * @param base of the links into this site
   */
  CommentText(String base) {
    this.base = base.replaceAll("/+$", "");
  }

  /** Nothing if the item says nothing. */
  Optional<JsonArrayBuilder> bodies(Item item) {
    JsonArrayBuilder bodies = Json.createArrayBuilder();
    boolean zh = add(bodies, "zh-Hans", in(LocalizedText::zh, item));
    boolean en = add(bodies, "en", in(text -> text.en().orElse(""), item));
    return zh || en ? Optional.of(bodies) : Optional.empty();
  }

  /** What stands above, and what stands below, in one language. */
  private record Said(String title, List<Passage> passages) {

    boolean isEmpty() {
      return title.isEmpty() && passages.isEmpty();
    }

    boolean isMarked() {
      return passages.stream()
          .anyMatch(
              passage ->
                  passage.kind() == Passage.Kind.LIST
                      || passage.lines().stream()
                          .flatMap(line -> line.stretches().stream())
                          .anyMatch(CommentText::isMarked));
    }

    String plain() {
      List<String> lines = new ArrayList<>(title.isEmpty() ? List.of() : List.of(title));
      passages.stream().map(Passage::plain).forEach(lines::add);
      return String.join("\n", lines);
    }
  }

  private static Said in(Function<LocalizedText, String> language, Item item) {
    return new Said(
        item.title().map(language).orElse(""),
        item.text().map(language).map(Prose::read).orElse(List.of()));
  }

  private boolean add(JsonArrayBuilder bodies, String language, Said said) {
    if (said.isEmpty()) {
      return false;
    }
    bodies.add(
        Json.createObjectBuilder()
            .add("type", "TextualBody")
            .add("value", said.isMarked() ? html(said) : said.plain())
            .add("format", said.isMarked() ? "text/html" : "text/plain")
            .add("language", language));
    return true;
  }

  private static boolean isMarked(Stretch stretch) {
    return stretch.address().isPresent()
        || stretch.words().stream().anyMatch(words -> words.strong() || words.emphasis());
  }

  /** In one element, for it has to be well-formed XML. */
  private String html(Said said) {
    List<String> lines = new ArrayList<>();
    if (!said.title().isEmpty()) {
      lines.add("<b>" + escaped(said.title()) + "</b>");
    }
    for (Passage passage : said.passages()) {
      String before = passage.kind() == Passage.Kind.LIST ? "• " : "";
      passage.lines().forEach(line -> lines.add(before + html(line)));
    }
    return "<p>" + String.join(BREAK, lines) + "</p>";
  }

  private String html(Line line) {
    return line.stretches().stream().map(this::html).collect(Collectors.joining());
  }

  private String html(Stretch stretch) {
    String words = stretch.words().stream().map(CommentText::html).collect(Collectors.joining());
    return stretch
        .address()
        .map(to -> to.startsWith("/") ? base + to : to)
        .map(to -> "<a href=\"" + escaped(to) + "\">" + words + "</a>")
        .orElse(words);
  }

  private static String html(Words words) {
    String text = escaped(words.text());
    String said = words.emphasis() ? "<i>" + text + "</i>" : text;
    return words.strong() ? "<b>" + said + "</b>" : said;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
