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
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/**
 * A record (件).
 *
 * @param parent the file, series or fonds that it belongs to
 * @param form the documentary form (文种), such as 家信
 * @param extent as the archive writes it, such as 1 册 56 页
 * @param subjects persons, organisations and themes that it is about
 */
public record ArchivalRecord(
    EntityIri iri,
    ReferenceCode code,
    EntityIri parent,
    LocalizedText title,
    Nature nature,
    Optional<String> form,
    Optional<HistoricalDate> date,
    Optional<String> extent,
    Optional<String> language,
    Optional<LocalizedText> scope,
    Links links,
    AccessState access,
    Evidence evidence) {

  /** The entities that a record is connected with. */
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
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Record)
            .text(RDFS.label, title)
            .text(Rico.title, title)
            .string(Rico.identifier, code.value())
            .link(Rico.isDirectlyIncludedIn, parent)
            .string(Rico.recordResourceExtent, extent)
            .text(Rico.scopeAndContent, scope)
            .links(Rico.hasCreator, links.creators())
            .links(Rico.hasSender, links.senders())
            .links(Rico.hasAddressee, links.addressees())
            .links(Rico.hasOrHadSubject, links.subjects())
            .links(Rico.isAssociatedWithPlace, links.places())
            .links(Rico.isAssociatedWithEvent, links.events())
            .link(DCTerms.type, Lt.term(access.slug()));
    form.ifPresent(
        name ->
            self.part(Rico.hasDocumentaryFormType, "form", Rico.DocumentaryFormType)
                .text(Rico.name, LocalizedText.of(name)));
    language.ifPresent(
        name ->
            self.part(Rico.hasOrHadLanguage, "language", Rico.Language)
                .text(Rico.name, LocalizedText.of(name)));
    date.ifPresent(value -> value.write(self, Rico.hasCreationDate, "date"));
    nature.write(self);
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
        Nature.read(self),
        self.part(Rico.hasDocumentaryFormType).flatMap(form -> form.string(Rico.name)),
        HistoricalDate.read(self, Rico.hasCreationDate),
        self.string(Rico.recordResourceExtent),
        self.part(Rico.hasOrHadLanguage).flatMap(language -> language.string(Rico.name)),
        self.text(Rico.scopeAndContent),
        new Links(
            self.links(Rico.hasCreator),
            self.links(Rico.hasSender),
            self.links(Rico.hasAddressee),
            self.links(Rico.hasOrHadSubject),
            self.links(Rico.isAssociatedWithPlace),
            self.links(Rico.isAssociatedWithEvent)),
        self.has(DCTerms.type, Lt.term(AccessState.OPEN.slug()))
            ? AccessState.OPEN
            : AccessState.CONTROLLED,
        Evidence.read(self));
  }
}
