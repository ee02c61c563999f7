package cn.lantai.event;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.name.Name;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;

/**
 * An event of history.
 *
 * @param kinds what kind of event it is: concepts, such as those of the scheme of event types
 * @param relations places, participants with what they did in it, and the event that it is part of
 */
public record HistoricalEvent(
    EntityIri iri,
    LocalizedText name,
    List<Name> names,
    List<EntityIri> kinds,
    Optional<HistoricalDate> date,
    List<Relation> relations,
    Optional<LocalizedText> summary,
    Evidence evidence) {

  public HistoricalEvent {
    names = List.copyOf(names);
    kinds = kinds.stream().distinct().sorted().toList();
    relations = Relation.inOrder(iri, relations);
    if (kinds.stream().anyMatch(kind -> kind.type() != EntityType.THEME)) {
      throw new IllegalArgumentException("The kind of an event is a concept: " + kinds);
    }
  }

  /** Where it happened. */
  public List<EntityIri> places() {
    return others(RelationKind.LOCATION);
  }

  /** Persons, organisations and families. */
  public List<EntityIri> participants() {
    return others(RelationKind.PARTICIPANT);
  }

  private List<EntityIri> others(RelationKind kind) {
    return relations.stream()
        .filter(relation -> relation.kind() == kind)
        .map(Relation::other)
        .distinct()
        .toList();
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Event)
            .text(RDFS.label, name)
            .text(Rico.name, name)
            .links(Rico.hasEventType, kinds)
            .text(Rico.generalDescription, summary);
    Name.writeAll(names, self, Rico.hasOrHadName, Rico.Name);
    date.ifPresent(value -> value.write(self, Rico.isAssociatedWithDate, "date"));
    Relation.writeAll(relations, self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static HistoricalEvent of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new HistoricalEvent(
        graph.iri(),
        self.text(Rico.name).orElseThrow(),
        Name.readAll(self, Rico.hasOrHadName),
        self.links(Rico.hasEventType),
        HistoricalDate.read(self, Rico.isAssociatedWithDate),
        Relation.readAll(graph.iri(), self),
        self.text(Rico.generalDescription),
        Evidence.read(self));
  }
}
