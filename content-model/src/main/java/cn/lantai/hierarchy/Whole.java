package cn.lantai.hierarchy;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;

/**
 * What a thing lies in: an image or a recording in the record that it shows, a record or a set in a
 * set, a fonds in the archive that keeps it.
 */
public final class Whole {

  private Whole() {}

  /** Empty for all that lies in nothing, or does not say in what. */
  public static Optional<EntityIri> of(EntityGraph part) {
    return switch (part.iri().type()) {
      case IMAGE, RECORDING -> target(part, Rico.isOrWasDigitalInstantiationOf, EntityType.RECORD);
      case RECORD -> target(part, Rico.isDirectlyIncludedIn, EntityType.RECORD_SET);
      case RECORD_SET ->
          target(part, Rico.isDirectlyIncludedIn, EntityType.RECORD_SET)
              .or(() -> target(part, Rico.hasOrHadHolder, EntityType.ORGANISATION));
      default -> Optional.empty();
    };
  }

  private static Optional<EntityIri> target(EntityGraph part, Property property, EntityType type) {
    String self = part.iri().uri();
    List<EntityIri> found =
        part.triples().stream()
            .filter(triple -> triple.predicateMatches(property.asNode()))
            .filter(triple -> triple.getSubject().getURI().equals(self))
            .map(Triple::getObject)
            .filter(object -> object.isURI())
            .flatMap(object -> EntityIri.parse(object.getURI()).stream())
            .filter(whole -> whole.type() == type && !whole.equals(part.iri()))
            .sorted()
            .toList();
    return found.stream().findFirst();
  }
}
