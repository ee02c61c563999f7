package cn.lantai.exchange;

import cn.lantai.date.EdtfDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.ValueType;
import cn.lantai.table.Column;
import cn.lantai.table.Row;
import cn.lantai.table.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the description of one set or record: the did and what stands beside it. */
final class Ead3Unit {

  static final Map<String, String> CHINESE = Map.of("lang", "chi");

  private static final Map<String, EntityType> AGENTS =
      Map.of("人物", EntityType.PERSON, "机构", EntityType.ORGANISATION, "家族", EntityType.FAMILY);

  private static final Pattern PLAIN_DATE =
      Pattern.compile("-?\\d{4}(?:-(?:0\\d|1[0-2])(?:-\\d{2})?)?");

  private final Export export;
  private final Ead3Xml xml;

  Ead3Unit(Export export, Ead3Xml xml) {
    this.export = export;
    this.xml = xml;
  }

  /**
   * @param row the entity's row; empty if it cannot be written as one
   */
  void write(EntityGraph entity, Optional<Row> row) throws IOException {
    xml.open("did");
    if (row.isEmpty()) {
      xml.text("unitid", identifier(entity.iri()), entity.iri().key());
      xml.text("unittitle", CHINESE, export.holdings().label(entity.iri()));
    }
    for (Element element : elements(entity)) {
      if (row.isPresent() && Ead3Place.of(element).identifies()) {
        write(element, row.get(), entity);
      }
    }
    if (!export.holdings().images(entity.iri()).isEmpty()) {
      manifest(entity.iri());
    }
    xml.close();
    for (Element element : elements(entity)) {
      if (row.isPresent() && !Ead3Place.of(element).identifies()) {
        write(element, row.get(), entity);
      }
    }
  }

  private static Set<Element> elements(EntityGraph entity) {
    Set<Element> elements = new LinkedHashSet<>();
    for (Column column : Tables.of(entity.iri().type()).columns()) {
      column.element().ifPresent(elements::add);
    }
    return elements;
  }

  private Map<String, String> identifier(EntityIri iri) {
    return Map.of("identifier", iri.uri(export.holdings().base()));
  }

  private void manifest(EntityIri record) throws IOException {
    Map<String, String> link = new LinkedHashMap<>();
    link.put("daotype", "derived");
    link.put("coverage", "whole");
    link.put("href", export.holdings().base() + "iiif/manifest/" + record.key());
    link.put("linkrole", "http://iiif.io/api/presentation/3#Manifest");
    xml.open("dao", link).close();
  }

  private void write(Element element, Row row, EntityGraph entity) throws IOException {
    Ead3Place place = Ead3Place.of(element);
    switch (place.form()) {
      case STRUCTURE -> {}
      case IDENTITY -> identity(place, element, row, entity);
      case DATE -> date(element, row);
      case LANGUAGE -> language(element, row);
      case AGENTS -> agents(place, element, row, entity);
      case NOTE -> note(place, element, row);
      case ACCESS_POINTS -> accessPoints(place, element, row, entity);
      case REFERENCES -> references(place, element, row, entity);
    }
  }

  private void identity(Ead3Place place, Element element, Row row, EntityGraph entity)
      throws IOException {
    Map<String, String> attributes = analog(element);
    if (element.type() == ValueType.CODE) {
      attributes.putAll(identifier(entity.iri()));
    }
    if (element.type().isLocalized()) {
      attributes.putAll(CHINESE);
    }
    for (String text : texts(element, row)) {
      xml.text(place.name(), attributes, text);
    }
    Optional<String> english = row.get(Column.ENGLISH + element.zh());
    if (element.type().isLocalized() && english.isPresent()) {
      attributes.put("lang", "eng");
      xml.text(place.name(), attributes, english.get());
    }
  }

  /** The wording as unitdate, what it means as unitdatestructured. */
  private void date(Element element, Row row) throws IOException {
    Optional<String> written = row.get(Column.AS_WRITTEN + element.zh());
    Optional<String> edtf = row.get(element.zh());
    if (written.isPresent()) {
      Map<String, String> attributes = analog(element);
      edtf.ifPresent(value -> attributes.put("normal", value));
      xml.text("unitdate", attributes, written.get());
    }
    if (edtf.isPresent()) {
      structured(EdtfDate.parse(edtf.get()), analog(element));
    }
  }

  private void structured(EdtfDate date, Map<String, String> attributes) throws IOException {
    String[] ends = date.value().split("/", -1);
    boolean plain = true;
    for (String end : ends) {
      plain &= PLAIN_DATE.matcher(end).matches();
    }
    if (!plain) {
      attributes.put("altrender", "edtf:" + date.value());
    }
    xml.open("unitdatestructured", attributes);
    if (ends.length == 2) {
      xml.open("daterange");
      end("fromdate", ends[0], date.earliest(), "notbefore");
      end("todate", ends[1], date.latest(), "notafter");
      xml.close();
    } else if (plain) {
      xml.text("datesingle", Map.of("standarddate", date.value()), date.value());
    } else {
      Map<String, String> bounds = new LinkedHashMap<>();
      date.earliest().ifPresent(day -> bounds.put("notbefore", day.toString()));
      date.latest().ifPresent(day -> bounds.put("notafter", day.toString()));
      xml.text("datesingle", bounds, date.value());
    }
    xml.close();
  }

  /** An end that is open or unknown is left out. */
  private void end(String name, String value, Optional<LocalDate> bound, String limit)
      throws IOException {
    if (PLAIN_DATE.matcher(value).matches()) {
      xml.text(name, Map.of("standarddate", value), value);
    } else if (bound.isPresent()) {
      xml.text(name, Map.of(limit, bound.get().toString()), value);
    }
  }

  private void language(Element element, Row row) throws IOException {
    for (String text : texts(element, row)) {
      String code = text.startsWith("汉语") || text.startsWith("中文") ? "chi" : "";
      xml.open("langmaterial", analog(element));
      xml.text("language", Map.of("langcode", code), text);
      xml.close();
    }
  }

  private void agents(Ead3Place place, Element element, Row row, EntityGraph entity)
      throws IOException {
    List<String> keys = row.list(element.zh());
    if (!keys.isEmpty()) {
      xml.open(place.name(), analog(element));
      for (String key : keys) {
        name("name", key, element, entity);
      }
      xml.close();
    }
  }

  private void note(Ead3Place place, Element element, Row row) throws IOException {
    List<String> chinese = texts(element, row);
    if (chinese.isEmpty()) {
      return;
    }
    Map<String, String> attributes = analog(element);
    if (element.type().isLocalized()) {
      attributes.putAll(CHINESE);
    }
    paragraphs(place.name(), attributes, element.zh(), chinese);
    Optional<String> english = row.get(Column.ENGLISH + element.zh());
    if (element.type().isLocalized() && english.isPresent()) {
      attributes.put("lang", "eng");
      paragraphs(
          place.name(),
          attributes,
          element.en(),
          element.type() == ValueType.PARAGRAPHS
              ? row.lines(Column.ENGLISH + element.zh())
              : List.of(english.get()));
    }
  }

  private void paragraphs(
      String name, Map<String, String> attributes, String head, List<String> texts)
      throws IOException {
    xml.open(name, attributes).text("head", head);
    for (String text : texts) {
      xml.text("p", text);
    }
    xml.close();
  }

  private void accessPoints(Ead3Place place, Element element, Row row, EntityGraph entity)
      throws IOException {
    List<String> texts =
        element.type() == ValueType.REFERENCE ? row.list(element.zh()) : texts(element, row);
    if (texts.isEmpty()) {
      return;
    }
    xml.open("controlaccess", analog(element));
    for (String text : texts) {
      if (element.type() == ValueType.REFERENCE) {
        name(place.name(), text, element, entity);
      } else {
        xml.open(place.name()).text("part", text).close();
      }
    }
    xml.close();
  }

  private void references(Ead3Place place, Element element, Row row, EntityGraph entity)
      throws IOException {
    List<String> keys = row.list(element.zh());
    if (keys.isEmpty()) {
      return;
    }
    xml.open(place.name(), analog(element)).text("head", element.zh());
    for (String key : keys) {
      xml.open("bibref");
      name("title", key, element, entity);
      xml.close();
    }
    xml.close();
  }

  /**
   * What an entity is called, with its IRI.
   *
   * @param otherwise the name of the XML element, unless the entity is an agent
   * @param key as the cell has it, perhaps with a type in front
   */
  private void name(String otherwise, String key, Element element, EntityGraph entity)
      throws IOException {
    int colon = Math.max(key.lastIndexOf(':'), key.lastIndexOf('：'));
    String plain = key.substring(colon + 1);
    EntityType type = colon < 0 ? firstType(element) : AGENTS.get(key.substring(0, colon).strip());
    Optional<EntityIri> target =
        Export.references(entity).stream()
            .filter(iri -> iri.key().equals(plain.strip()) && fits(iri.type(), otherwise))
            .min(Comparator.comparing(iri -> iri.type() != type));
    String name = target.map(iri -> agentElement(iri.type(), otherwise)).orElse(otherwise);
    xml.open(name, target.map(this::identifier).orElse(Map.of()));
    xml.text("part", target.map(export.holdings()::label).orElse(plain));
    xml.close();
  }

  /** Of what a key without a type in front names. */
  private static EntityType firstType(Element element) {
    return switch (element.id()) {
      case "organisations", "holder" -> EntityType.ORGANISATION;
      case "themes" -> EntityType.THEME;
      case "events" -> EntityType.EVENT;
      case "places" -> EntityType.PLACE;
      case "sources" -> EntityType.SOURCE;
      default -> EntityType.PERSON;
    };
  }

  private static boolean fits(EntityType type, String element) {
    return switch (type) {
      case PERSON, ORGANISATION, FAMILY -> element.equals("name");
      case PLACE -> element.equals("geogname");
      case EVENT, THEME -> element.equals("subject");
      case SOURCE -> element.equals("title");
      default -> false;
    };
  }

  private static String agentElement(EntityType type, String otherwise) {
    return switch (type) {
      case PERSON -> "persname";
      case ORGANISATION -> "corpname";
      case FAMILY -> "famname";
      default -> otherwise;
    };
  }

  /** One for each paragraph or member; one for a plain text. */
  private static List<String> texts(Element element, Row row) {
    if (element.type() == ValueType.PARAGRAPHS) {
      return row.lines(element.zh());
    }
    return element.repeatable() ? row.list(element.zh()) : row.get(element.zh()).stream().toList();
  }

  private static Map<String, String> analog(Element element) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("encodinganalog", element.zh());
    return attributes;
  }
}
