package cn.lantai.theme;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A concept scheme: one of the ways in which holdings are divided (多维归类).
 *
 * @param description what it divides, and by which rule
 */
public record Scheme(
    EntityIri iri, LocalizedText label, Optional<LocalizedText> description, Evidence evidence) {

  /** The list published on 29 September 2021; see {@link PublishedList}. */
  public static final EntityIri OFFICIAL = new EntityIri(EntityType.SCHEME, "official");

  /** Local themes, which never mix with the official ones. */
  public static final EntityIri LOCAL = new EntityIri(EntityType.SCHEME, "local");

  /** Types of events; what is about an event is found under its types as well. */
  public static final EntityIri EVENT_TYPES = new EntityIri(EntityType.SCHEME, "event-type");

  /** Documentary forms, by whose words the form of a record is found. */
  public static final EntityIri GENRES = new EntityIri(EntityType.SCHEME, "genre");

  /** Carriers, likewise. */
  public static final EntityIri CARRIERS = new EntityIri(EntityType.SCHEME, "carrier");

  public Scheme {
    if (iri.type() != EntityType.SCHEME) {
      throw new IllegalArgumentException("Not a concept scheme: " + iri);
    }
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, SKOS.ConceptScheme)
            .text(RDFS.label, label)
            .text(SKOS.prefLabel, label)
            .text(SKOS.definition, description);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static Scheme of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new Scheme(
        graph.iri(),
        self.text(SKOS.prefLabel).orElseThrow(),
        self.text(SKOS.definition),
        Evidence.read(self));
  }
}
