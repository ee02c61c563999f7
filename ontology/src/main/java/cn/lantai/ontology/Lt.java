package cn.lantai.ontology;

import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/**
 * The project's own terms: instances (types, states, roles), described in {@code lantai.ttl}. They
 * are addressed by name because most belong to an enumeration of the domain that knows its slug.
 */
public final class Lt {

  public static final String NS = "https://w3id.org/lantai/ns#";

  private Lt() {}

  public static Resource term(String slug) {
    return ResourceFactory.createResource(NS + slug);
  }
}
