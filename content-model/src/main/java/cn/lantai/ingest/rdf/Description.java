package cn.lantai.ingest.rdf;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.NTriplesLines;
import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.Limits;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.table.GraphTable;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** All that the files say of one entity. */
final class Description {

  /** Characters of N-Triples. */
  private static final int LONGEST = 4 << 20;

  private final Statement first;
  private final Place place;
  private final SortedSet<String> triples = new TreeSet<>();
  private int length;
  private boolean complete = true;
  private boolean mixed;

  /**
   * @param place where the files begin to speak of it
   */
  Description(Statement first, Place place) {
    this.first = first;
    this.place = place;
  }

  void add(Statement statement) {
    mixed |= statement.origin() != first.origin();
    if (length + statement.text().length() > LONGEST) {
      complete = false;
    } else if (triples.add(statement.text())) {
      length += statement.text().length();
    }
  }

  /** The row of the table of graphs, with what is wrong with it. */
  SourceRow row(Header header, RdfNames names) {
    List<Problem> problems = new ArrayList<>();
    EntityIri iri = EntityIri.parse(first.subject()).orElseThrow();
    Collection<String> text = triples;
    if (first.foreign() && !mixed) {
      ForeignDescription foreign = new ForeignDescription(iri, parse(), names.onlyScheme());
      text = foreign.triples().stream().map(NTriplesLines::line).sorted().toList();
      noteForeign(foreign, problems);
    }
    noteExcess(problems);
    return new SourceRow(
        GraphTable.NAME, place, header, List.of(iri.uri(), String.join("\n", text)), problems);
  }

  private List<Triple> parse() {
    byte[] text = String.join("\n", triples).getBytes(StandardCharsets.UTF_8);
    return RDFParser.source(new ByteArrayInputStream(text))
        .lang(Lang.NTRIPLES)
        .checking(false)
        .resolveURIs(false)
        .toGraph()
        .find()
        .toList();
  }

  private void noteForeign(ForeignDescription foreign, List<Problem> problems) {
    foreign
        .assumedName()
        .ifPresent(
            name ->
                problems.add(
                    warning(
                        "prefLabel",
                        name,
                        LocalizedText.of(
                            "没有名称，以 IRI 末段代替", "It has no name; the end of its IRI stands for it"),
                        LocalizedText.of("请用 skos:prefLabel 写明", "Say so by skos:prefLabel"))));
    foreign
        .assumedScheme()
        .ifPresent(
            scheme ->
                problems.add(
                    warning(
                        "inScheme",
                        scheme.key(),
                        LocalizedText.of(
                            "没有说属于哪个体系，归入 " + scheme.key(),
                            "It does not say in which scheme it is; put into " + scheme.key()),
                        LocalizedText.of("请用 skos:inScheme 写明", "Say so by skos:inScheme"))));
  }

  private void noteExcess(List<Problem> problems) {
    if (mixed) {
      problems.add(
          error(
              GraphTable.IRI,
              LocalizedText.of("几个不同的 IRI 落在同一个键上", "Different IRIs come to the same key"),
              LocalizedText.of(
                  "它们若是同一条，请统一 IRI；若不是，请改其中一个的键，或分别导入",
                  "If they are of one thing, write one IRI; if not, change the key of one, or"
                      + " import them apart")));
    }
    if (!complete) {
      problems.add(
          error(
              GraphTable.TRIPLES,
              LocalizedText.of(
                  "关于这一条的陈述超过四百万字", "What is said of it has more than 4,000,000 characters"),
              LocalizedText.of("请检查是否把许多条写成了一条", "Check whether many things are written as one")));
    }
    for (String triple : triples) {
      if (triple.length() > Limits.CELL) {
        noteLength(triple, problems);
      }
    }
  }

  private void noteLength(String triple, List<Problem> problems) {
    int quote = triple.indexOf('"');
    // Line breaks and the like are two characters here.
    if (quote >= 0 && triple.length() - quote > Limits.CELL + escapes(triple)) {
      problems.add(Limits.cellTooLong(place, GraphTable.TRIPLES, triple.substring(quote)));
    }
  }

  private static long escapes(String triple) {
    return triple.chars().filter(c -> c == '\\').count();
  }

  private Problem warning(String column, String value, LocalizedText reason, LocalizedText remedy) {
    return Problem.warning(place, column, value, reason, remedy);
  }

  private Problem error(String column, LocalizedText reason, LocalizedText remedy) {
    return Problem.error(place, column, first.subject(), reason, remedy);
  }
}
