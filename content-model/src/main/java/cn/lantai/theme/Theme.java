package cn.lantai.theme;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.TaggedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.ontology.Rico;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A theme: a concept of one scheme, below any number of broader ones.
 *
 * @param otherLabels traditional characters, pinyin, other words for it
 * @param notation its number in the list, if the scheme is one
 * @param wording how it was officially worded
 * @param group the group in which it was published
 * @param scope what it covers, such as where a local theme is at home
 * @param named when it was named
 */
public record Theme(
    EntityIri iri,
    EntityIri scheme,
    LocalizedText label,
    List<TaggedText> otherLabels,
    Optional<String> notation,
    Optional<String> wording,
    Optional<String> group,
    Optional<String> scope,
    Optional<HistoricalDate> named,
    Links links,
    Optional<String> note,
    Evidence evidence) {

  /**
   * How a theme stands to others.
   *
   * @param broader of the same scheme
   * @param exactMatch of other schemes, as are {@code closeMatch}
   */
  public record Links(
      List<EntityIri> broader,
      List<EntityIri> related,
      List<EntityIri> exactMatch,
      List<EntityIri> closeMatch) {

    public static final Links NONE = new Links(List.of(), List.of(), List.of(), List.of());

    public Links {
      broader = inOrder(broader);
      related = inOrder(related);
      exactMatch = inOrder(exactMatch);
      closeMatch = inOrder(closeMatch);
    }

    private static List<EntityIri> inOrder(List<EntityIri> themes) {
      if (themes.stream().anyMatch(theme -> theme.type() != EntityType.THEME)) {
        throw new IllegalArgumentException("A theme is linked to themes only: " + themes);
      }
      return themes.stream().distinct().sorted().toList();
    }

    private Stream<EntityIri> all() {
      return Stream.of(broader, related, exactMatch, closeMatch).flatMap(List::stream);
    }
  }

  /**
   * @throws IllegalArgumentException if it is linked to itself, if a broader theme is a related one
   *     as well (SKOS S27), or if it departs from the published list
   */
  public Theme {
    otherLabels =
        otherLabels.stream()
            .distinct()
            .sorted(Comparator.comparing(TaggedText::language).thenComparing(TaggedText::text))
            .toList();
    EntityIri self = iri;
    if (links.all().anyMatch(self::equals)) {
      throw new IllegalArgumentException(iri + " cannot be linked to itself");
    }
    if (links.broader().stream().anyMatch(links.related()::contains)) {
      throw new IllegalArgumentException("A broader theme of " + iri + " is not a related one");
    }
    PublishedList.require(iri, scheme, label, notation, links.broader());
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, SKOS.Concept)
            .text(RDFS.label, label)
            .text(SKOS.prefLabel, label)
            .tagged(SKOS.altLabel, otherLabels)
            .link(SKOS.inScheme, scheme)
            .string(SKOS.notation, notation)
            .string(SKOS.definition, wording)
            .string(SKOS.historyNote, group)
            .string(SKOS.scopeNote, scope)
            .string(SKOS.note, note)
            .links(SKOS.broader, links.broader())
            .links(SKOS.related, links.related())
            .links(SKOS.exactMatch, links.exactMatch())
            .links(SKOS.closeMatch, links.closeMatch());
    if (links.broader().isEmpty()) {
      self.link(SKOS.topConceptOf, scheme);
    }
    named.ifPresent(date -> date.write(self, Rico.isAssociatedWithDate, "date"));
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static Theme of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new Theme(
        graph.iri(),
        self.link(SKOS.inScheme).orElseThrow(),
        self.text(SKOS.prefLabel).orElseThrow(),
        self.tagged(SKOS.altLabel),
        self.string(SKOS.notation),
        self.string(SKOS.definition),
        self.string(SKOS.historyNote),
        self.string(SKOS.scopeNote),
        HistoricalDate.read(self, Rico.isAssociatedWithDate),
        new Links(
            self.links(SKOS.broader),
            self.links(SKOS.related),
            self.links(SKOS.exactMatch),
            self.links(SKOS.closeMatch)),
        self.string(SKOS.note),
        Evidence.read(self));
  }
}
