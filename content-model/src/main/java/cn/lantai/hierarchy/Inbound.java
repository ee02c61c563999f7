package cn.lantai.hierarchy;

import cn.lantai.entity.EntityIri;
import java.util.List;
import org.apache.jena.rdf.model.Property;

/** What points at what, as far as the working stage knows. */
@FunctionalInterface
public interface Inbound {

  Inbound NONE = (entity, property) -> List.of();

  /** The entities from which the property leads to this one. */
  List<EntityIri> pointingAt(EntityIri entity, Property property);
}
