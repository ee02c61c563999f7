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
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;

/**
 * A record (件).
 *
 * @param parent the file, series or fonds that it belongs to
 * @param relations who made, sent and got it, and what it is about
 */
public record ArchivalRecord(
    EntityIri iri,
    ReferenceCode code,
    EntityIri parent,
    LocalizedText title,
    Optional<HistoricalDate> date,
    List<Relation> relations,
    Nature nature,
    AccessState access,
    Elements elements,
    Evidence evidence) {

  public ArchivalRecord {
    if (parent.type() != EntityType.RECORD_SET) {
      throw new IllegalArgumentException("A record belongs to a record set, not to " + parent);
    }
    elements.requireUsedAt(Level.ITEM);
    relations = Relation.inOrder(iri, relations);
  }

  /** To whom and what it stands in a relation of this kind, each once and in order. */
  public List<EntityIri> related(RelationKind kind) {
    return relations.stream()
        .filter(relation -> relation.kind() == kind)
        .map(Relation::other)
        .distinct()
        .sorted()
        .toList();
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Record)
            .text(RDFS.label, title)
            .text(Rico.title, title)
            .string(Rico.identifier, code.value())
            .link(Rico.isDirectlyIncludedIn, parent);
    Relation.writeAll(relations, self);
    date.ifPresent(value -> value.write(self, Rico.hasCreationDate, "date"));
    access.write(self);
    nature.write(self);
    elements.write(self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static ArchivalRecord of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new ArchivalRecord(
        graph.iri(),
        new ReferenceCode(self.string(Rico.identifier).orElseThrow()),
        self.link(Rico.isDirectlyIncludedIn).orElseThrow(),
        self.text(Rico.title).orElseThrow(),
        HistoricalDate.read(self, Rico.hasCreationDate),
        Relation.readAll(graph.iri(), self),
        Nature.read(self),
        AccessState.read(self).orElse(AccessState.UNREVIEWED),
        Elements.read(self, Level.ITEM),
        Evidence.read(self));
  }
}
