package cn.lantai.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Where the value of an element stands in the graph of a record or a set: at a property of it, or
 * of a part that it leads to.
 *
 * @param steps the parts on the way, outermost first
 * @param property what the value is the object of
 */
public record ElementPath(List<Step> steps, Property property) {

  private static final Pattern STEP =
      Pattern.compile("(\\w+:\\w+)/(\\w+:\\w+)#([a-z-]+)(?:\\[(\\w+:\\w+)=(\\w+:[\\w-]+)])?/");
  private static final Map<String, String> PREFIXES =
      Map.of(
          "rico", Rico.NS,
          "dcterms", DCTerms.NS,
          "exif", Terms.EXIF,
          "oa", Terms.OA,
          "rdf", RDF.uri,
          "lt", Lt.NS);

  public ElementPath {
    steps = List.copyOf(steps);
  }

  /**
   * A part on the way to a value.
   *
   * @param fragment its name in the IRI of the part; elements with equal steps share the part
   * @param kind what tells it from other parts at the same property
   */
  public record Step(Property property, Resource type, String fragment, Optional<Kind> kind) {

    @Override
    public String toString() {
      return name(property)
          + "/"
          + name(type)
          + kind.map(is -> "[" + name(is.property()) + "=" + name(is.value()) + "]").orElse("");
    }
  }

  /** A statement that all parts of one kind have in common. */
  public record Kind(Property property, Resource value) {}

  /**
   * Reads {@code prefix:property/prefix:Class#fragment[prefix:property=prefix:value]/…/
   * prefix:property}.
   *
   * @throws IllegalArgumentException if it is not of this form
   */
  static ElementPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int at = 0;
    while (step.find(at) && step.start() == at) {
      steps.add(
          new Step(
              property(step.group(1)),
              resource(step.group(2)),
              step.group(3),
              Optional.ofNullable(step.group(4))
                  .map(kind -> new Kind(property(kind), resource(step.group(5))))));
      at = step.end();
    }
    return new ElementPath(steps, property(text.substring(at)));
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(resource(name).getURI());
  }

  private static Resource resource(String name) {
    int colon = name.indexOf(':');
    String namespace = colon < 0 ? null : PREFIXES.get(name.substring(0, colon));
    if (namespace == null || !name.substring(colon + 1).matches("[A-Za-z][\\w-]*")) {
      throw new IllegalArgumentException("Not the name of a term: " + name);
    }
    return ResourceFactory.createResource(namespace + name.substring(colon + 1));
  }

  private static String name(Resource term) {
    return PREFIXES.entrySet().stream()
        .filter(prefix -> term.getURI().startsWith(prefix.getValue()))
        .map(prefix -> prefix.getKey() + ":" + term.getURI().substring(prefix.getValue().length()))
        .findFirst()
        .orElse(term.getURI());
  }

  /** As the documentation shows it. */
  @Override
  public String toString() {
    return steps.stream().map(step -> step + "/").collect(Collectors.joining()) + name(property);
  }
}
