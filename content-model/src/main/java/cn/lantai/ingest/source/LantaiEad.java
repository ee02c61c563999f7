package cn.lantai.ingest.source;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ValueType;
import cn.lantai.table.CellText;
import cn.lantai.table.Column;
import cn.lantai.table.Place;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import cn.lantai.theme.BuiltInSchemes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finding aids that Lantai wrote. Each element of description says in {@code encodinganalog} which
 * it is, and names carry the IRI of what they name; so the rows are those of our own tables. What a
 * finding aid names and the system does not have gets an entry with this name.
 */
final class LantaiEad {

  private static final String STANDARD = "DA/T 18-2022";
  private static final Pattern IRI = Pattern.compile("https?://.*?(/id/[a-z]+/[^/#?]+)");
  private static final String EDTF = "edtf:";

  /** Where each of them is in a cell: without its type in front where it is the first. */
  private static final Map<EntityType, String> WORDS =
      Map.of(EntityType.PERSON, "人物", EntityType.ORGANISATION, "机构", EntityType.FAMILY, "家族");

  private static final Set<String> GROUPS_FIRST = Set.of("organisations", "holder");

  private final Set<EntityIri> named = new HashSet<>();

  /** Whether Lantai wrote the archival description. */
  static boolean wrote(XmlElement archdesc) {
    return archdesc.attribute("relatedencoding").equals(STANDARD) && self(archdesc).isPresent();
  }

  /** The set or record that a component describes. */
  static Optional<EntityIri> self(XmlElement component) {
    return did(component)
        .filter(each -> each.name().equals("unitid"))
        .flatMap(each -> iri(each).stream())
        .filter(iri -> iri.type() == EntityType.RECORD || iri.type() == EntityType.RECORD_SET)
        .findFirst();
  }

  private static Optional<EntityIri> iri(XmlElement element) {
    Matcher iri = IRI.matcher(element.attribute("identifier"));
    return iri.matches()
        ? EntityIri.parse(EntityIri.INTERNAL_BASE + iri.group(1).substring(1))
        : Optional.empty();
  }

  /** Rows for what the component names first, then its own. */
  List<SourceRow> rows(
      XmlElement component, EntityIri self, Optional<EntityIri> parent, Place place) {
    List<SourceRow> rows = new ArrayList<>();
    Table table = Tables.of(self.type());
    Map<String, String> cells = new HashMap<>();
    Set<Element> elements = new LinkedHashSet<>();
    table.columns().forEach(column -> column.element().ifPresent(elements::add));
    for (Element element : elements) {
      switch (element.type()) {
        case KEY -> cells.put(element.zh(), self.key());
        case LEVEL ->
            Level.ofLabel(component.attribute("level"))
                .ifPresent(level -> cells.put(element.zh(), level.label("zh")));
        case REFERENCE -> {
          if (element.id().equals("parent")) {
            parent.ifPresent(set -> cells.put(element.zh(), set.key()));
          } else {
            references(component, element, cells, place, rows);
          }
        }
        case DATE -> date(component, element, cells);
        default -> texts(component, element, cells);
      }
    }
    rows.add(row(table, place, cells, false));
    return rows;
  }

  private static SourceRow row(
      Table table, Place place, Map<String, String> cells, boolean derived) {
    Header header = new Header(table.columns().stream().map(Column::heading).toList());
    return new SourceRow(
        table.file(),
        place,
        header,
        header.names().stream().map(name -> cells.getOrDefault(name, "")).toList(),
        List.of(),
        derived);
  }

  private static Stream<XmlElement> did(XmlElement component) {
    return component.children("did").flatMap(XmlElement::children);
  }

  private static Stream<XmlElement> saying(XmlElement component, Element element) {
    return Stream.concat(did(component), component.children())
        .filter(each -> each.attribute("encodinganalog").equals(element.zh()));
  }

  private static void texts(XmlElement component, Element element, Map<String, String> cells) {
    Map<Boolean, List<String>> byEnglish =
        saying(component, element)
            .flatMap(
                each ->
                    leaves(each).map(leaf -> Map.entry(isEnglish(each, element), leaf.verbatim())))
            .collect(
                Collectors.partitioningBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    put(element, element.zh(), byEnglish.get(false), cells);
    put(element, Column.ENGLISH + element.zh(), byEnglish.get(true), cells);
  }

  private static boolean isEnglish(XmlElement text, Element element) {
    return element.type().isLocalized() && text.attribute("lang").equals("eng");
  }

  /** The elements that hold a text each, without the head over them. */
  private static Stream<XmlElement> leaves(XmlElement element) {
    List<XmlElement> children = element.children().toList();
    return children.isEmpty()
        ? Stream.of(element)
        : children.stream().filter(each -> !each.name().equals("head")).flatMap(LantaiEad::leaves);
  }

  private static void put(
      Element element, String column, List<String> texts, Map<String, String> cells) {
    if (texts.isEmpty()) {
      return;
    }
    String cell =
        element.type() == ValueType.PARAGRAPHS
            ? CellText.join(texts, CellText.LINES)
            : element.repeatable() ? CellText.join(texts, CellText.LIST) : String.join("\n", texts);
    cells.put(column, CellText.guarded(cell));
  }

  private static void date(XmlElement component, Element element, Map<String, String> cells) {
    saying(component, element)
        .forEach(
            each -> {
              if (each.name().equals("unitdate")) {
                cells.put(Column.AS_WRITTEN + element.zh(), CellText.guarded(each.verbatim()));
              } else {
                cells.put(element.zh(), edtf(each));
              }
            });
  }

  private static String edtf(XmlElement structured) {
    String altrender = structured.attribute("altrender");
    return altrender.startsWith(EDTF)
        ? altrender.substring(EDTF.length())
        : structured
            .all()
            .map(each -> each.attribute("standarddate"))
            .filter(date -> !date.isEmpty())
            .collect(Collectors.joining("/"));
  }

  private void references(
      XmlElement component,
      Element element,
      Map<String, String> cells,
      Place place,
      List<SourceRow> rows) {
    List<String> keys =
        saying(component, element)
            .flatMap(XmlElement::all)
            .filter(each -> each.children("part").findAny().isPresent())
            .map(name -> key(name, element, place, rows))
            .toList();
    put(element, element.zh(), keys, cells);
  }

  private String key(XmlElement name, Element element, Place place, List<SourceRow> rows) {
    String text = name.children("part").map(XmlElement::verbatim).collect(Collectors.joining());
    Optional<EntityIri> target = iri(name);
    target
        .filter(iri -> !BuiltInSchemes.graphs().containsKey(iri) && named.add(iri))
        .ifPresent(iri -> entry(iri, text, place).ifPresent(rows::add));
    return target.map(iri -> typed(iri, element)).orElse(text);
  }

  private static String typed(EntityIri iri, Element element) {
    EntityType first =
        GROUPS_FIRST.contains(element.id()) ? EntityType.ORGANISATION : EntityType.PERSON;
    boolean plain = iri.type() == first || !WORDS.containsKey(iri.type());
    return plain ? iri.key() : WORDS.get(iri.type()) + ":" + iri.key();
  }

  private static Optional<SourceRow> entry(EntityIri iri, String name, Place place) {
    Map<String, String> cells = new HashMap<>(Map.of("键", iri.key()));
    switch (iri.type()) {
      case PERSON -> cells.put("姓名", CellText.guarded(name));
      case ORGANISATION, FAMILY, PLACE, EVENT -> cells.put("名称", CellText.guarded(name));
      case SOURCE -> cells.put("题名", CellText.guarded(name));
      case THEME -> {
        cells.put("名称", CellText.guarded(name));
        cells.put("体系", "local");
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(row(Tables.of(iri.type()), place, cells, true));
  }
}
