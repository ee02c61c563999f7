package cn.lantai.archive;

import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.ElementPath;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.Lt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What a description says by the elements of the profile that have no field of their own. Values
 * keep their order where the element has a part for each; otherwise they are sorted.
 *
 * <p>A term is held by the name of its {@link cn.lantai.ontology.Choice}, a number in digits.
 */
public final class Elements {

  public static final Elements NONE = new Elements(Map.of());

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

  private final Map<Element, List<LocalizedText>> values;

  private Elements(Map<Element, List<LocalizedText>> values) {
    this.values = values;
  }

  /** In the order of the profile; no element without a value. */
  public Map<Element, List<LocalizedText>> all() {
    return Collections.unmodifiableMap(values);
  }

  public List<LocalizedText> values(String element) {
    return values.getOrDefault(DescriptionProfile.get().element(element), List.of());
  }

  /** The first value. */
  public Optional<LocalizedText> text(String element) {
    return values(element).stream().findFirst();
  }

  /** The first value, in Chinese. */
  public Optional<String> string(String element) {
    return text(element).map(LocalizedText::zh);
  }

  public Elements with(String element, String value) {
    return with(element, List.of(LocalizedText.of(value)));
  }

  public Elements with(String element, LocalizedText value) {
    return with(element, List.of(value));
  }

  /**
   * These elements, with other values for one of them.
   *
   * @throws IllegalArgumentException if the element has a field of its own, or the values are not
   *     of its type
   */
  public Elements with(String element, List<LocalizedText> texts) {
    Element changed = DescriptionProfile.get().element(element);
    texts.forEach(text -> requireFit(changed, text));
    if (changed.builtIn() || (texts.size() > 1 && !changed.repeatable())) {
      throw new IllegalArgumentException("Not for values, or not for several: " + changed);
    }
    Map<Element, List<LocalizedText>> all = new LinkedHashMap<>();
    for (Element each : DescriptionProfile.get().elements()) {
      List<LocalizedText> own = each.equals(changed) ? texts : values.getOrDefault(each, List.of());
      if (!own.isEmpty()) {
        all.put(each, inOrder(each, own));
      }
    }
    return new Elements(all);
  }

  private static List<LocalizedText> inOrder(Element element, List<LocalizedText> texts) {
    return hasParts(element)
        ? List.copyOf(texts)
        : texts.stream().distinct().sorted((a, b) -> a.zh().compareTo(b.zh())).toList();
  }

  private static boolean hasParts(Element element) {
    return !element.path().orElseThrow().steps().isEmpty();
  }

  private static void requireFit(Element element, LocalizedText text) {
    boolean fits =
        switch (element.type()) {
          case INTEGER -> INTEGER.matcher(text.zh()).matches();
          case TERM ->
              element.choices().stream().anyMatch(choice -> choice.slug().equals(text.zh()));
          default -> true;
        };
    if (!fits || (text.en().isPresent() && !element.type().isLocalized())) {
      throw new IllegalArgumentException("Not a value of " + element + ": " + text.zh());
    }
  }

  /**
   * @throws IllegalArgumentException if one of them is not used at this level
   */
  Elements requireUsedAt(Level level) {
    for (Element element : values.keySet()) {
      if (element.obligation(level).isEmpty()) {
        throw new IllegalArgumentException(
            element.zh() + " is not used at the level of " + level.label("zh"));
      }
    }
    return this;
  }

  void write(GraphWriter subject) {
    values.forEach(
        (element, texts) -> {
          for (int i = 0; i < texts.size(); i++) {
            write(subject, element, texts.get(i), element.repeatable() ? "-" + (i + 1) : "");
          }
        });
  }

  private static void write(
      GraphWriter subject, Element element, LocalizedText text, String number) {
    ElementPath path = element.path().orElseThrow();
    GraphWriter part = subject;
    for (ElementPath.Step step : path.steps()) {
      boolean last = step.equals(path.steps().get(path.steps().size() - 1));
      part = part.part(step.property(), step.fragment() + (last ? number : ""), step.type());
      if (step.kind().isPresent()) {
        part.link(step.kind().get().property(), step.kind().get().value());
      }
    }
    switch (element.type()) {
      case LOCALIZED, PARAGRAPHS -> part.text(path.property(), text);
      case INTEGER -> part.integer(path.property(), Long.parseLong(text.zh()));
      case TERM -> part.link(path.property(), Lt.term(text.zh()));
      default -> part.string(path.property(), text.zh());
    }
  }

  /** Reads the elements of a level. */
  static Elements read(GraphReader subject, Level level) {
    Map<Element, List<LocalizedText>> all = new LinkedHashMap<>();
    read(subject, level, all::put);
    return new Elements(all);
  }

  private static void read(
      GraphReader subject, Level level, BiConsumer<Element, List<LocalizedText>> found) {
    for (Element element : DescriptionProfile.get().elements(level)) {
      if (!element.builtIn()) {
        List<LocalizedText> texts = read(subject, element);
        if (!texts.isEmpty()) {
          found.accept(
              element, element.repeatable() ? inOrder(element, texts) : texts.subList(0, 1));
        }
      }
    }
  }

  private static List<LocalizedText> read(GraphReader subject, Element element) {
    ElementPath path = element.path().orElseThrow();
    List<GraphReader> parts = List.of(subject);
    for (ElementPath.Step step : path.steps()) {
      parts =
          parts.stream()
              .flatMap(part -> part.parts(step.property()).stream())
              .filter(part -> isOf(step, part))
              .toList();
    }
    List<LocalizedText> texts = new ArrayList<>();
    for (GraphReader part : parts) {
      switch (element.type()) {
        case LOCALIZED, PARAGRAPHS -> part.text(path.property()).ifPresent(texts::add);
        case TERM ->
            part.terms(path.property(), Lt.NS).stream()
                .filter(slug -> element.choices().stream().anyMatch(is -> is.slug().equals(slug)))
                .forEach(slug -> texts.add(LocalizedText.of(slug)));
        default -> part.strings(path.property()).forEach(text -> texts.add(LocalizedText.of(text)));
      }
    }
    return texts;
  }

  /** Fragments tell parts of one class apart, with a number where there are several. */
  private static boolean isOf(ElementPath.Step step, GraphReader part) {
    String fragment = part.fragment();
    return fragment.startsWith(step.fragment())
        && fragment.substring(step.fragment().length()).matches("|-\\d+");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Elements that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
