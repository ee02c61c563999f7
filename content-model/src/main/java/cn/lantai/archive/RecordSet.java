package cn.lantai.archive;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.ontology.Rico;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;

/**
 * A fonds, a series or a file.
 *
 * @param parent empty for a fonds
 * @param holder the archive that keeps it; said on the fonds
 */
public record RecordSet(
    EntityIri iri,
    ReferenceCode code,
    Level level,
    Optional<EntityIri> parent,
    Optional<EntityIri> holder,
    LocalizedText title,
    Optional<HistoricalDate> date,
    Optional<LocalizedText> scope,
    Optional<LocalizedText> history,
    Nature nature,
    Evidence evidence) {

  public RecordSet {
    if (parent.isPresent() == (level == Level.FONDS)) {
      throw new IllegalArgumentException("A fonds has no parent, all else has one: " + iri);
    }
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.RecordSet)
            .link(Rico.hasRecordSetType, level.type())
            .text(RDFS.label, title)
            .text(Rico.title, title)
            .string(Rico.identifier, code.value())
            .link(Rico.isDirectlyIncludedIn, parent)
            .link(Rico.hasOrHadHolder, holder)
            .text(Rico.scopeAndContent, scope)
            .text(Rico.history, history);
    date.ifPresent(value -> value.write(self, Rico.isAssociatedWithDate, "date"));
    nature.write(self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static RecordSet of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new RecordSet(
        graph.iri(),
        new ReferenceCode(self.string(Rico.identifier).orElseThrow()),
        Arrays.stream(Level.values())
            .filter(level -> self.has(Rico.hasRecordSetType, level.type()))
            .findFirst()
            .orElseThrow(),
        self.link(Rico.isDirectlyIncludedIn),
        self.link(Rico.hasOrHadHolder),
        self.text(Rico.title).orElseThrow(),
        HistoricalDate.read(self, Rico.isAssociatedWithDate),
        self.text(Rico.scopeAndContent),
        self.text(Rico.history),
        Nature.read(self),
        Evidence.read(self));
  }
}
