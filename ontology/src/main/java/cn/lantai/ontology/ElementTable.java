package cn.lantai.ontology;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** Reads {@code elements.csv}. */
final class ElementTable {

  private static final String YES = "是";

  private final Graph vocabulary;

  private ElementTable(Graph vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param vocabulary the project's own terms, with the lists of choices
   * @throws IllegalArgumentException if a line cannot be understood; says which
   */
  static List<Element> read(Graph vocabulary) {
    ElementTable table = new ElementTable(vocabulary);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser lines =
        CSVParser.parse(
            new InputStreamReader(
                ElementTable.class.getResourceAsStream("elements.csv"), StandardCharsets.UTF_8),
            format)) {
      List<Element> elements = new ArrayList<>();
      for (CSVRecord line : lines) {
        elements.add(table.element(line));
      }
      return elements;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Element element(CSVRecord line) {
    try {
      return new Element(
          line.get("项目"),
          oneOf(ElementGroup.values(), group -> group.label("zh").equals(line.get("组"))),
          line.get("中文名"),
          line.get("英文名"),
          !line.get("来源").equals("兰台"),
          obligations(line),
          line.get("拒收").equals(YES),
          line.get("专设").equals(YES),
          oneOf(ValueType.values(), type -> type.label("zh").equals(line.get("值型"))),
          line.get("多值").equals(YES),
          cell(line, "路径").map(ElementPath::parse),
          cell(line, "取值").map(this::choices).orElse(List.of()),
          cell(line, "别名").map(names -> List.of(names.split("；"))).orElse(List.of()),
          line.get("说明"),
          line.get("英文说明"));
    } catch (IllegalArgumentException | NoSuchElementException wrong) {
      throw new IllegalArgumentException(
          "elements.csv, element " + line.get("项目") + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Map<Level, Obligation> obligations(CSVRecord line) {
    Map<Level, Obligation> obligations = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      cell(line, level.label("zh"))
          .map(sign -> oneOf(Obligation.values(), each -> each.sign().equals(sign)))
          .ifPresent(obligation -> obligations.put(level, obligation));
    }
    return obligations;
  }

  private static Optional<String> cell(CSVRecord line, String heading) {
    return Optional.of(line.get(heading)).filter(text -> !text.isEmpty());
  }

  private static <T> T oneOf(T[] values, Predicate<T> condition) {
    return Arrays.stream(values).filter(condition).findFirst().orElseThrow();
  }

  /** The members of a list of the vocabulary, such as {@code lt:drafts}, in their order. */
  private List<Choice> choices(String name) {
    List<Choice> choices = new ArrayList<>();
    Node rest = object(Lt.term(name.substring("lt:".length())).asNode(), SKOS.memberList.asNode());
    while (!rest.equals(RDF.nil.asNode())) {
      choices.add(choice(object(rest, RDF.first.asNode())));
      rest = object(rest, RDF.rest.asNode());
    }
    return choices;
  }

  private Choice choice(Node term) {
    Function<String, String> label =
        language ->
            vocabulary
                .find(term, SKOS.prefLabel.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(text -> text.getLiteralLanguage().equals(language))
                .next()
                .getLiteralLexicalForm();
    return new Choice(
        term.getURI().substring(Lt.NS.length()),
        label.apply("zh"),
        label.apply("en"),
        vocabulary
            .find(term, SKOS.altLabel.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
            .toList(),
        vocabulary
            .find(term, SKOS.exactMatch.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject().getURI())
            .toList()
            .stream()
            .findFirst());
  }

  private Node object(Node subject, Node property) {
    return vocabulary.find(subject, property, Node.ANY).next().getObject();
  }
}
