package cn.lantai.event;

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

/**
 * An event of history.
 *
 * @param participants persons and organisations
 */
public record HistoricalEvent(
    EntityIri iri,
    LocalizedText name,
    Optional<HistoricalDate> date,
    List<EntityIri> places,
    List<EntityIri> participants,
    Optional<LocalizedText> summary,
    Evidence evidence) {

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Event)
            .text(RDFS.label, name)
            .text(Rico.name, name)
            .text(Rico.generalDescription, summary)
            .links(Rico.hasOrHadLocation, places)
            .links(Rico.hasOrHadParticipant, participants);
    date.ifPresent(value -> value.write(self, Rico.isAssociatedWithDate, "date"));
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static HistoricalEvent of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new HistoricalEvent(
        graph.iri(),
        self.text(Rico.name).orElseThrow(),
        HistoricalDate.read(self, Rico.isAssociatedWithDate),
        self.links(Rico.hasOrHadLocation),
        self.links(Rico.hasOrHadParticipant),
        self.text(Rico.generalDescription),
        Evidence.read(self));
  }
}
