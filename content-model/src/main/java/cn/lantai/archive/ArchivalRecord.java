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
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;

/**
 * A record (件).
 *
 * @param parent the file, series or fonds that it belongs to
 */
public record ArchivalRecord(
    EntityIri iri,
    ReferenceCode code,
    EntityIri parent,
    LocalizedText title,
    Optional<HistoricalDate> date,
    Links links,
    Nature nature,
    AccessState access,
    Elements elements,
    Evidence evidence) {

  /**
   * The entities that a record is connected with.
   *
   * @param subjects persons, organisations and themes that it is about
   */
  public record Links(
      List<EntityIri> creators,
      List<EntityIri> senders,
      List<EntityIri> addressees,
      List<EntityIri> subjects,
      List<EntityIri> places,
      List<EntityIri> events) {

    public static final Links NONE =
        new Links(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public ArchivalRecord {
    if (parent.type() != EntityType.RECORD_SET) {
      throw new IllegalArgumentException("A record belongs to a record set, not to " + parent);
    }
    elements.requireUsedAt(Level.ITEM);
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Record)
            .text(RDFS.label, title)
            .text(Rico.title, title)
            .string(Rico.identifier, code.value())
            .link(Rico.isDirectlyIncludedIn, parent)
            .links(Rico.hasCreator, links.creators())
            .links(Rico.hasSender, links.senders())
            .links(Rico.hasAddressee, links.addressees())
            .links(Rico.hasOrHadSubject, links.subjects())
            .links(Rico.isAssociatedWithPlace, links.places())
            .links(Rico.isAssociatedWithEvent, links.events());
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
        new Links(
            self.links(Rico.hasCreator),
            self.links(Rico.hasSender),
            self.links(Rico.hasAddressee),
            self.links(Rico.hasOrHadSubject),
            self.links(Rico.isAssociatedWithPlace),
            self.links(Rico.isAssociatedWithEvent)),
        Nature.read(self),
        AccessState.read(self).orElse(AccessState.UNREVIEWED),
        Elements.read(self, Level.ITEM),
        Evidence.read(self));
  }
}
