package cn.lantai.theme;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A theme.
 *
 * @param notation its number in the list, if the scheme is one
 * @param wording how it was officially worded
 * @param group the group in which it was published
 * @param named when it was named
 */
public record Theme(
    EntityIri iri,
    Scheme scheme,
    LocalizedText label,
    Optional<String> notation,
    Optional<String> wording,
    Optional<String> group,
    Optional<HistoricalDate> named,
    Optional<EntityIri> broader,
    List<EntityIri> related,
    Optional<String> note,
    Evidence evidence) {

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, SKOS.Concept)
            .text(RDFS.label, label)
            .text(SKOS.prefLabel, label)
            .link(SKOS.inScheme, scheme.iri())
            .string(SKOS.notation, notation)
            .string(SKOS.definition, wording)
            .string(SKOS.historyNote, group)
            .string(SKOS.note, note)
            .link(SKOS.broader, broader)
            .links(SKOS.related, related);
    named.ifPresent(date -> date.write(self, Rico.isAssociatedWithDate, "date"));
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static Theme of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new Theme(
        graph.iri(),
        self.link(SKOS.inScheme).flatMap(iri -> Scheme.ofKey(iri.key())).orElseThrow(),
        self.text(SKOS.prefLabel).orElseThrow(),
        self.string(SKOS.notation),
        self.string(SKOS.definition),
        self.string(SKOS.historyNote),
        HistoricalDate.read(self, Rico.isAssociatedWithDate),
        self.link(SKOS.broader),
        self.links(SKOS.related),
        self.string(SKOS.note),
        Evidence.read(self));
  }
}
