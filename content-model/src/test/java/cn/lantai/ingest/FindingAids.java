package cn.lantai.ingest;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.RecordSet;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.table.Problem;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Imports every finding aid of a folder, each into an empty journal, and compares what came in with
 * what a DOM says of the file: components and what they are part of, titles, dates, identifiers.
 * Prints the counts.
 *
 * <pre>FindingAids FOLDER</pre>
 */
public final class FindingAids {

  private final Map<String, Long> counts = new TreeMap<>();

  private FindingAids() {}

  public static void main(String[] arguments) throws Exception {
    FindingAids run = new FindingAids();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".xml")).sorted().toList()) {
        run.compare(file);
      }
    }
    run.counts.forEach((what, count) -> System.out.println(what + ": " + count));
  }

  /** A component as one of the two sides has it. */
  private record Component(
      int depth, String title, List<String> identifiers, List<String> dates, String edtf) {}

  private void compare(Path file) throws Exception {
    Path folder = Files.createTempDirectory("finding-aid");
    MemoryJournal journal = new MemoryJournal();
    IngestReport report =
        new Importer(
                journal,
                new Curation(journal, new ProfileCheck(), Inbound.NONE),
                MediaStore.open(folder.resolve("media")),
                new Mappings(folder.resolve("mappings")))
            .run(
                ImportOrder.of(new Author("test", "test"), file),
                folder.resolve("report"),
                Progress.NONE);
    count("files", 1);
    count("errors", report.errors());
    count("warnings", report.warnings());
    report.problems().stream()
        .filter(Problem::isError)
        .limit(5)
        .forEach(problem -> System.out.println("  " + problem));
    Document document;
    try {
      document = document(file);
    } catch (SAXException broken) {
      count("files that are no XML", 1);
      int taken = imported(journal).size();
      check(file, "refusals", 0, taken, report.errors() > 0 && taken == 0);
      return;
    }
    List<Component> inFile = new ArrayList<>();
    Element description = (Element) document.getElementsByTagNameNS("*", "archdesc").item(0);
    if (description != null) {
      collect(description, 0, inFile);
    }
    List<Component> imported = imported(journal);
    count("components in files", inFile.size());
    count("components imported", imported.size());
    if (inFile.size() == imported.size()) {
      for (int i = 0; i < inFile.size(); i++) {
        compare(file, inFile.get(i), imported.get(i));
      }
    } else {
      System.out.println(file.getFileName() + ": " + inFile.size() + ", " + imported.size());
    }
  }

  private void compare(Path file, Component expected, Component actual) {
    check(file, "hierarchy", expected.depth(), actual.depth(), expected.depth() == actual.depth());
    if (!expected.title().isEmpty()) {
      check(
          file,
          "titles",
          expected.title(),
          actual.title(),
          expected.title().equals(actual.title()));
    }
    for (String identifier : expected.identifiers()) {
      boolean kept = actual.identifiers().contains(identifier);
      check(file, "identifiers", identifier, actual.identifiers(), kept);
    }
    for (String date : expected.dates()) {
      boolean kept = actual.dates().stream().anyMatch(each -> each.contains(date));
      check(file, "dates", date, actual.dates(), kept);
    }
    for (String year : expected.edtf().isEmpty() ? new String[0] : expected.edtf().split("\\D+")) {
      if (year.length() == 4) {
        check(file, "years of normal", year, actual.edtf(), actual.edtf().contains(year));
      }
    }
  }

  private void check(Path file, String what, Object expected, Object actual, boolean kept) {
    count(what + (kept ? " kept" : " LOST"), 1);
    if (!kept) {
      System.out.println(file.getFileName() + " " + what + ": " + expected + " <> " + actual);
    }
  }

  private static void collect(Element component, int depth, List<Component> found) {
    found.add(component(component, depth));
    collectParts(component, depth + 1, found);
  }

  private static void collectParts(Element element, int depth, List<Component> found) {
    for (Element child : children(element)) {
      if (child.getLocalName().matches("c|c\\d\\d")) {
        collect(child, depth, found);
      } else if (child.getLocalName().equals("dsc")) {
        collectParts(child, depth, found);
      }
    }
  }

  private static Component component(Element component, int depth) {
    List<String> titles = new ArrayList<>();
    List<String> identifiers = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    StringBuilder normal = new StringBuilder();
    for (Element did : children(component)) {
      if (did.getLocalName().equals("did")) {
        for (Element child : children(did)) {
          switch (child.getLocalName()) {
            case "unittitle" -> add(titles, child);
            case "unitid" -> add(identifiers, child);
            default -> {}
          }
        }
        NodeList unitDates = did.getElementsByTagNameNS("*", "unitdate");
        for (int i = 0; i < unitDates.getLength(); i++) {
          Element date = (Element) unitDates.item(i);
          add(dates, date);
          normal.append(date.getAttribute("normal")).append(' ');
        }
      }
    }
    return new Component(
        depth, String.join("；", titles), identifiers, dates, normal.toString().strip());
  }

  private static void add(List<String> texts, Element element) {
    String text = element.getTextContent().replaceAll("\\s+", " ").strip();
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** In the order of the journal, which is that of the file. */
  private static List<Component> imported(MemoryJournal journal) {
    List<Component> found = new ArrayList<>();
    Map<EntityIri, Integer> depths = new HashMap<>();
    for (Entry row : journal.after(0, Integer.MAX_VALUE)) {
      if (row.action() != Action.PUT) {
        continue;
      }
      EntityGraph graph = EntityGraph.ofNTriples(row.entity(), row.content());
      if (row.entity().type() == EntityType.RECORD) {
        ArchivalRecord record = ArchivalRecord.of(graph);
        found.add(
            component(
                depths.getOrDefault(record.parent(), -9) + 1,
                record.title(),
                record.elements().values("source-code"),
                record.date()));
      } else if (row.entity().type() == EntityType.RECORD_SET) {
        RecordSet set = RecordSet.of(graph);
        int depth = set.parent().map(parent -> depths.getOrDefault(parent, -9) + 1).orElse(0);
        depths.put(row.entity(), depth);
        found.add(component(depth, set.title(), set.elements().values("source-code"), set.date()));
      }
    }
    return found;
  }

  private static Component component(
      int depth,
      LocalizedText title,
      List<LocalizedText> identifiers,
      Optional<HistoricalDate> date) {
    return new Component(
        depth,
        title.zh(),
        identifiers.stream().map(LocalizedText::zh).toList(),
        date.flatMap(HistoricalDate::expressed).stream().toList(),
        date.flatMap(HistoricalDate::edtf).map(edtf -> edtf.value()).orElse(""));
  }

  /** A line break counts as a space. */
  private static Document document(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    builder.setErrorHandler(null);
    Document document = builder.parse(file.toFile());
    NodeList breaks = document.getElementsByTagNameNS("*", "lb");
    for (int i = 0; i < breaks.getLength(); i++) {
      breaks.item(i).setTextContent(" ");
    }
    return document;
  }

  private void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }
}
