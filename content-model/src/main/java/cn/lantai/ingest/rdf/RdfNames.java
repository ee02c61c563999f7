package cn.lantai.ingest.rdf;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.source.KeyTable;
import cn.lantai.ingest.source.SourceKeys;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What the IRIs in files stand for, learned from all of their statements: entities named by us
 * under whatever address, and things of others that are of a class which we hold. Holds hashes of
 * the others' names, not the names.
 */
final class RdfNames {

  /** More addresses than this in one import are a mistake, or worse. */
  static final int MOST_BASES = 16;

  /** The types that others' things can have, by their class. */
  private static final Map<Node, EntityType> CLASSES = new HashMap<>();

  static {
    for (EntityType type :
        new EntityType[] {
          EntityType.RECORD,
          EntityType.RECORD_SET,
          EntityType.PERSON,
          EntityType.ORGANISATION,
          EntityType.FAMILY,
          EntityType.PLACE,
          EntityType.EVENT,
          EntityType.THEME,
          EntityType.SCHEME
        }) {
      CLASSES.put(type.rdfClass().asNode(), type);
    }
  }

  private final Set<String> bases = new HashSet<>(Set.of(EntityIri.INTERNAL_BASE));
  private final KeyTable foreign = new KeyTable();

  /** Fragments to which that of which they are fragments leads: others use them for all things. */
  private final KeyTable parts = new KeyTable();

  private final Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
  private Optional<EntityIri> scheme = Optional.empty();

  /**
   * What an IRI stands for.
   *
   * @param fragment of a part of the entity, with its {@code #}; empty for the entity itself
   * @param uri what the file calls the entity
   * @param foreign whether that is another's name for it
   */
  record Name(EntityIri entity, String fragment, String uri, boolean foreign) {

    /** The IRI with us. */
    String internal() {
      return entity.uri() + fragment;
    }

    /** A part of it, or of the entity to which it belongs. */
    Name part(String name) {
      return new Name(entity, isPart() ? fragment + "-" + name : "#" + name, uri, foreign);
    }

    boolean isPart() {
      return !fragment.isEmpty();
    }
  }

  /** Takes note of a statement; false if there are too many addresses. */
  boolean learn(Triple triple) {
    Node subject = triple.getSubject();
    if (subject.isURI()) {
      named(subject.getURI()).ifPresent(name -> bases.add(name.base()));
      if (leadsToFragment(subject.getURI(), triple.getObject())) {
        parts.putIfAbsent(triple.getObject().getURI(), 0);
      }
    }
    if (triple.predicateMatches(RDF.type.asNode())) {
      typeOf(triple.getObject()).ifPresent(type -> hold(subject, type));
    } else if (namesScheme(triple.getPredicate())) {
      hold(triple.getObject(), EntityType.SCHEME);
    }
    return bases.size() <= MOST_BASES;
  }

  /** The type of what is of this class, if we hold such. */
  static Optional<EntityType> typeOf(Node rdfClass) {
    return Optional.ofNullable(CLASSES.get(rdfClass));
  }

  /** Takes note of a thing of others without looking at statements. */
  void learnThing(String uri, EntityType type) {
    hold(NodeFactory.createURI(uri), type);
  }

  private static boolean leadsToFragment(String subject, Node object) {
    return object.isURI()
        && object.getURI().startsWith(subject)
        && object.getURI().startsWith("#", subject.length());
  }

  /** Whether statements with this property have a concept scheme as their object. */
  static boolean namesScheme(Node predicate) {
    return predicate.equals(SKOS.inScheme.asNode()) || predicate.equals(SKOS.topConceptOf.asNode());
  }

  private void hold(Node node, EntityType type) {
    if (node.isURI() && named(node.getURI()).isEmpty()) {
      String uri = node.getURI();
      if (type == EntityType.SCHEME && foreign.get(uri) == KeyTable.NONE) {
        counts.merge(type, 1, Integer::sum);
        scheme = Optional.of(new EntityIri(type, key(uri)));
      }
      foreign.putLeast(uri, type.ordinal());
    }
  }

  /** The scheme, if exactly one of others' occurs. */
  Optional<EntityIri> onlyScheme() {
    return scheme.filter(it -> counts.get(EntityType.SCHEME) == 1);
  }

  /** What the node stands for; empty if it is no IRI, or one of nothing that we hold. */
  Optional<Name> meaning(Node node) {
    return node.isURI() ? meaning(node.getURI()) : Optional.empty();
  }

  private Optional<Name> meaning(String uri) {
    int blank = uri.lastIndexOf(BlankNodes.PART);
    if (blank > 0) {
      return meaning(uri.substring(0, blank)).map(of -> of.part(uri.substring(blank + 1)));
    }
    Optional<Named> own = named(uri).filter(name -> bases.contains(name.base()));
    if (own.isPresent()) {
      EntityIri entity = own.get().entity();
      String fragment = fragment(uri);
      return Optional.of(
          new Name(entity, fragment, uri.substring(0, uri.length() - fragment.length()), false));
    }
    int type = foreign.get(uri);
    if (type != KeyTable.NONE) {
      return Optional.of(new Name(foreign(uri, type), "", uri, true));
    }
    String fragment = fragment(uri);
    String whole = uri.substring(0, uri.length() - fragment.length());
    int typeOfWhole = parts.get(uri) == KeyTable.NONE ? KeyTable.NONE : foreign.get(whole);
    return typeOfWhole == KeyTable.NONE
        ? Optional.empty()
        : Optional.of(new Name(foreign(whole, typeOfWhole), fragment, whole, true));
  }

  private static EntityIri foreign(String uri, int type) {
    return new EntityIri(EntityType.values()[type], key(uri));
  }

  private static String fragment(String uri) {
    int hash = uri.indexOf('#');
    return hash < 0 ? "" : uri.substring(hash);
  }

  /**
   * A key for another's IRI. What stands behind the host begins with a slash, so the key always
   * ends in digits of its digest, by which names that differ in case only are told apart.
   */
  static String key(String uri) {
    int authority = uri.indexOf("://");
    if (authority < 0) {
      int colon = uri.indexOf(':');
      return SourceKeys.of(
          SourceKeys.namespace(uri.substring(0, Math.max(0, colon))),
          "/" + uri.substring(colon + 1));
    }
    String rest = uri.substring(authority + "://".length());
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    return SourceKeys.of(SourceKeys.namespace(host), slash < 0 ? "/" : rest.substring(slash));
  }

  /** An IRI of the form that ours have. */
  private record Named(String base, EntityIri entity) {}

  private static Optional<Named> named(String uri) {
    int end = uri.indexOf('#');
    int key = uri.lastIndexOf('/', end < 0 ? uri.length() : end);
    int type = uri.lastIndexOf('/', key - 1);
    int id = type - "/id".length();
    if (key < 0 || type < 0 || id < 0 || !uri.startsWith("/id", id)) {
      return Optional.empty();
    }
    String base = uri.substring(0, id + 1);
    return EntityIri.parse(uri, base).map(entity -> new Named(base, entity));
  }
}
