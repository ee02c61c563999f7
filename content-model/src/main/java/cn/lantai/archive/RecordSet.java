package cn.lantai.archive;

import cn.lantai.access.AccessState;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.Rico;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;

/**
 * A fonds, a series or a file.
 *
 * @param parent empty for a fonds
 * @param holder the archive that keeps it; said on the fonds
 * @param access said of files; what is in them has an access state of its own
 */
public record RecordSet(
    EntityIri iri,
    ReferenceCode code,
    Level level,
    Optional<EntityIri> parent,
    Optional<EntityIri> holder,
    LocalizedText title,
    Optional<HistoricalDate> date,
    List<EntityIri> creators,
    Nature nature,
    Optional<AccessState> access,
    Elements elements,
    Evidence evidence) {

  public RecordSet {
    creators = List.copyOf(creators);
    if (level == Level.ITEM) {
      throw new IllegalArgumentException("A record set is a fonds, a series or a file: " + iri);
    }
    if (parent.isPresent() == (level == Level.FONDS)) {
      throw new IllegalArgumentException("A fonds has no parent, all else has one: " + iri);
    }
    if (parent.filter(set -> set.type() != EntityType.RECORD_SET || set.equals(iri)).isPresent()) {
      throw new IllegalArgumentException("A set lies in another set: " + iri);
    }
    elements.requireUsedAt(level);
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
            .links(Rico.hasCreator, creators);
    date.ifPresent(value -> value.write(self, Rico.hasCreationDate, "date"));
    access.ifPresent(state -> state.write(self));
    nature.write(self);
    elements.write(self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static RecordSet of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    Level level =
        Arrays.stream(Level.values())
            .filter(each -> self.has(Rico.hasRecordSetType, each.type()))
            .findFirst()
            .orElseThrow();
    return new RecordSet(
        graph.iri(),
        new ReferenceCode(self.string(Rico.identifier).orElseThrow()),
        level,
        self.link(Rico.isDirectlyIncludedIn),
        self.link(Rico.hasOrHadHolder),
        self.text(Rico.title).orElseThrow(),
        HistoricalDate.read(self, Rico.hasCreationDate),
        self.links(Rico.hasCreator),
        Nature.read(self),
        AccessState.read(self),
        Elements.read(self, level),
        Evidence.read(self));
  }
}
