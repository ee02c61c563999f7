package cn.lantai.ingest.source;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One component of a finding aid, or its archdesc: where it stands, and its cells under the names
 * of EAD's elements.
 */
final class EadComponent {

  /** The table of what has, or may have, parts. */
  static final String SETS = "ead-set";

  static final String ITEMS = "ead-item";

  private static final List<String> COMPUTED =
      List.of("key", "parent", "kind", "code", "level", "langcode");
  private static final List<String> IDENTITY =
      List.of(
          "unitid", "unittitle", "unittitle-en", "unitdate", "unitdate-normal", "language", "dao");

  /** Elements of did and of the description of which the text is taken. */
  private static final List<String> TEXTS =
      List.of(
          "physdesc",
          "physdescstructured",
          "materialspec",
          "container",
          "physloc",
          "repository",
          "langmaterial",
          "abstract",
          "note",
          "didnote",
          "scopecontent",
          "bioghist",
          "custodhist",
          "acqinfo",
          "arrangement",
          "fileplan",
          "appraisal",
          "accruals",
          "processinfo",
          "accessrestrict",
          "userestrict",
          "legalstatus",
          "phystech",
          "altformavail",
          "originalsloc",
          "relatedmaterial",
          "separatedmaterial",
          "otherfindaid",
          "bibliography",
          "prefercite",
          "odd",
          "index");

  private static final List<String> ACCESS_POINTS =
      List.of(
          "persname",
          "corpname",
          "famname",
          "name",
          "geogname",
          "subject",
          "function",
          "occupation",
          "genreform",
          "title");
  private static final List<String> CREATORS = List.of("persname", "corpname", "famname", "name");

  private static final Header HEADER =
      new Header(
          Stream.of(
                  COMPUTED.stream(),
                  IDENTITY.stream(),
                  TEXTS.stream(),
                  ACCESS_POINTS.stream(),
                  CREATORS.stream().map(name -> "origination-" + name))
              .flatMap(Function.identity())
              .toList());

  /** In a part of a reference code. */
  private static final Pattern UNUSABLE = Pattern.compile("[^\\p{L}\\p{N}.·]+");

  private final XmlElement element;
  private final Place place;
  private final String namespace;
  private final String language;
  private final EadComponent parent;

  private final int position;
  private final Map<String, Integer> unitidsOfParts = new HashMap<>();

  /** What tells this component from all others of the finding aid; known when the did is read. */
  private String local = "";

  private String code = "";

  private EadComponent(
      XmlElement element,
      Place place,
      String namespace,
      String language,
      EadComponent parent,
      int position) {
    this.element = element;
    this.place = place;
    this.namespace = namespace;
    this.language = language;
    this.parent = parent;
    this.position = position;
  }

  static EadComponent top(XmlElement archdesc, Place file, String identifier, String language) {
    Place place = new Place(file.file(), 1, "/ead/archdesc");
    return new EadComponent(archdesc, place, SourceKeys.namespace(identifier), language, null, 1);
  }

  EadComponent part(XmlElement component, int number, int line) {
    String path = place.path() + "/" + component.name() + "[" + number + "]";
    return new EadComponent(
        component, new Place(place.file(), line, path), namespace, language, this, number);
  }

  /**
   * The id of the component; else its unitid within what it is a part of, and where several parts
   * have the same or none, their number. So a component that is put in between, or moved among its
   * siblings, is not taken for another one.
   */
  private String local(int number) {
    if (parent == null) {
      return "";
    }
    String id = element.attribute("id");
    if (!id.isEmpty()) {
      return id;
    }
    String name =
        unitid().isEmpty()
            ? Integer.toString(number)
            : "@" + unitid() + (number == 1 ? "" : "@" + number);
    return parent.local.isEmpty() ? name : parent.local + "." + name;
  }

  /** Which of the parts with this unitid, or without one, it is. */
  private int number() {
    return parent == null ? 1 : parent.unitidsOfParts.merge(unitid(), 1, Integer::sum);
  }

  private String unitid() {
    return identifiers().findFirst().orElse("");
  }

  XmlElement element() {
    return element;
  }

  Optional<EadComponent> parent() {
    return Optional.ofNullable(parent);
  }

  Place place() {
    return place;
  }

  /** An element in the component that is not a component itself. */
  void add(XmlElement part) {
    element.add(part);
  }

  /**
   * @param repeated unitids that several components have
   * @param codes the reference codes that were given out before in the finding aid
   */
  SourceRow row(boolean hasParts, Set<String> repeated, Set<String> codes) {
    Map<String, String> cells = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    int number = number();
    local = local(number);
    code = code(repeated, codes, number);
    cells.put("key", key());
    cells.put("parent", parent == null ? "" : parent.key());
    cells.put("kind", kind(hasParts));
    cells.put("code", code);
    cells.put("level", level());
    cells.put("langcode", language);
    identify(cells, problems);
    TEXTS.forEach(name -> cells.put(name, texts(name)));
    ACCESS_POINTS.forEach(name -> cells.put(name, accessPoints(name)));
    CREATORS.forEach(name -> cells.put("origination-" + name, creators(name)));
    return new SourceRow(
        isItem(hasParts) ? ITEMS : SETS,
        place,
        HEADER,
        HEADER.names().stream().map(cells::get).toList(),
        problems);
  }

  private String key() {
    return local.isEmpty() ? namespace : SourceKeys.of(namespace, local);
  }

  private String level() {
    String level = element.attribute("level");
    return level.equals("otherlevel") && !element.attribute("otherlevel").isEmpty()
        ? element.attribute("otherlevel")
        : level;
  }

  private boolean isItem(boolean hasParts) {
    return parent != null && !hasParts && element.attribute("level").equals("item");
  }

  private String kind(boolean hasParts) {
    if (parent == null) {
      return "全宗";
    }
    String level = element.attribute("level");
    boolean aggregate =
        hasParts
            ? !level.matches("file|item")
            : level.matches("fonds|subfonds|collection|recordgrp|subgrp|series|subseries|class");
    return aggregate ? "类别" : "案卷";
  }

  /**
   * The unitid, if it serves as a reference code and no other component has it; else one within
   * what the component is a part of, from the same that its key is made of, so that both stay.
   */
  private String code(Set<String> repeated, Set<String> codes, int number) {
    String own = unitid();
    if (isCode(own) && !repeated.contains(own) && codes.add(own)) {
      return own;
    }
    String within =
        parent == null ? namespace.replace('_', '.') : parent.code + "-" + suffix(own, number);
    String usable = isCode(within) ? within : key().replace('_', '.');
    String unused = usable;
    for (int i = 2; !codes.add(unused); i++) {
      unused = usable + "." + i;
    }
    return unused;
  }

  private String suffix(String own, int number) {
    String id = element.attribute("id");
    String name = own.isEmpty() || number > 1 ? id : own;
    String usable = UNUSABLE.matcher(name).replaceAll(".").replaceAll("^\\.+|\\.+$", "");
    return usable.isEmpty() ? own + (own.isEmpty() ? "" : ".") + number : usable;
  }

  private static boolean isCode(String text) {
    try {
      return !text.isEmpty() && new ReferenceCode(text).value().equals(text);
    } catch (IllegalArgumentException notACode) {
      return false;
    }
  }

  private Stream<String> identifiers() {
    return did("unitid").map(XmlElement::text).filter(text -> !text.isEmpty());
  }

  private void identify(Map<String, String> cells, List<Problem> problems) {
    EadDates dates = EadDates.of(did());
    String written = dates.written();
    cells.put("unitid", identifiers().distinct().collect(Collectors.joining("；")));
    cells.put("unitdate", written);
    dates
        .unreadable()
        .ifPresentOrElse(
            value -> problems.add(notADate(value)),
            () -> cells.put("unitdate-normal", dates.edtf()));
    cells.putIfAbsent("unitdate-normal", "");
    String title =
        did("unittitle")
            .map(XmlElement::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("；"));
    if (title.isEmpty()) {
      title =
          Stream.of(written, cells.get("unitid"), "[" + level() + " " + position + "]")
              .filter(text -> !text.isBlank())
              .findFirst()
              .orElse("[" + position + "]");
      problems.add(untitled(title));
    }
    cells.put("unittitle", title);
    cells.put("unittitle-en", language.equals("eng") ? title : "");
    cells.put("language", languages());
    cells.put("dao", links());
  }

  private String languages() {
    return did("langmaterial")
        .flatMap(XmlElement::all)
        .filter(each -> each.name().equals("language"))
        .map(each -> each.text().isEmpty() ? each.attribute("langcode") : each.text())
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private String links() {
    return Stream.concat(did(), described())
        .filter(each -> each.name().matches("dao|daogrp|daoset"))
        .flatMap(XmlElement::all)
        .map(each -> each.attribute("href"))
        .filter(href -> !href.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private String texts(String name) {
    return Stream.concat(did(), described())
        .filter(each -> each.name().equals(name))
        .map(EadComponent::withoutHead)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** “Scope and content” over a scopecontent says nothing. */
  private static String withoutHead(XmlElement note) {
    String head = note.children("head").map(XmlElement::text).findFirst().orElse("");
    String text = note.lines();
    return !head.isEmpty() && text.startsWith(head) && text.length() > head.length()
        ? text.substring(head.length()).strip()
        : text;
  }

  private String accessPoints(String name) {
    return described()
        .filter(each -> each.name().equals("controlaccess"))
        .flatMap(XmlElement::all)
        .filter(each -> each.name().equals(name))
        .map(EadComponent::name)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private String creators(String name) {
    return did("origination")
        .flatMap(
            origination ->
                origination.all().noneMatch(each -> CREATORS.contains(each.name()))
                    ? Stream.of(origination).filter(each -> name.equals("name"))
                    : origination.all().filter(each -> each.name().equals(name)))
        .map(EadComponent::name)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** EAD3 has the parts of a name apart. */
  private static String name(XmlElement element) {
    List<String> parts = element.children("part").map(XmlElement::text).toList();
    return parts.isEmpty() ? element.text() : String.join(", ", parts);
  }

  private Stream<XmlElement> did() {
    return element.children("did").flatMap(XmlElement::children);
  }

  private Stream<XmlElement> did(String name) {
    return did().filter(each -> each.name().equals(name));
  }

  /** What stands beside the did, with the contents of groups. */
  private Stream<XmlElement> described() {
    return element
        .children()
        .flatMap(
            each ->
                each.name().matches("descgrp|admininfo|archdescgrp")
                    ? each.children()
                    : Stream.of(each));
  }

  private Problem notADate(String value) {
    return Problem.warning(
        place,
        "unitdate-normal",
        value,
        LocalizedText.of("机读日期无效，只收原文日期", "Not a date; only its wording was taken"),
        LocalizedText.of("请改正 normal 属性（ISO 8601）", "Correct the normal attribute (ISO 8601)"));
  }

  private Problem untitled(String instead) {
    return Problem.warning(
        place,
        "unittitle",
        instead,
        LocalizedText.of("没有题名，以日期、编号或序号代替", "There is no title; something else stands for it"),
        LocalizedText.of("请补拟题名", "Supply a title"));
  }
}
