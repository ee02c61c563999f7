package cn.lantai.ontology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * The SHACL shapes that follow from the elements of description, one graph for each level and
 * severity: what a description must be to be taken in ({@code sh:Violation}), and what the standard
 * asks for at its level ({@code sh:Warning}).
 */
final class DescriptionShapes {

  private static final Node ONE = integer(1);

  private final Level level;
  private final Graph graph = GraphMemFactory.createDefaultGraph();
  private final Node shape;

  private DescriptionShapes(Level level, String name) {
    this.level = level;
    shape = node(name);
    add(shape, RDF.type.asNode(), SHACL.NodeShape);
    add(shape, SHACL.targetClass, (level == Level.ITEM ? Rico.Record : Rico.RecordSet).asNode());
  }

  /** What keeps a description of this level out. */
  static Graph rules(Level level) {
    DescriptionShapes shapes = new DescriptionShapes(level, "description");
    Map<List<Property>, List<Element>> byPath = new LinkedHashMap<>();
    for (Element element : elements(level)) {
      element
          .path()
          .ifPresent(
              path ->
                  byPath
                      .computeIfAbsent(properties(element, path), key -> new ArrayList<>())
                      .add(element));
    }
    byPath.forEach(shapes::rules);
    return shapes.graph;
  }

  /** What is missing in a description of this level, though it can be taken in. */
  static Graph obligations(Level level) {
    DescriptionShapes shapes = new DescriptionShapes(level, "completeness");
    for (Element element : elements(level)) {
      boolean required = element.obligation(level).filter(Obligation.REQUIRED::equals).isPresent();
      if (required && !element.essential() && element.path().isPresent()) {
        shapes.present(element, SHACL.Warning);
      }
    }
    return shapes.graph;
  }

  /** The level itself decides which shapes apply, so none of them checks it. */
  private static List<Element> elements(Level level) {
    return DescriptionProfile.get().elements(level).stream()
        .filter(element -> element.type() != ValueType.LEVEL)
        .toList();
  }

  /** A date is a part with several properties, so its shape ends at the part. */
  private static List<Property> properties(Element element, ElementPath path) {
    List<Property> properties =
        path.steps().stream()
            .map(ElementPath.Step::property)
            .collect(Collectors.toCollection(ArrayList::new));
    if (element.type() != ValueType.DATE) {
      properties.add(path.property());
    }
    return properties;
  }

  /** Elements whose values lie at one path cannot be told apart by it, so rules are shared. */
  private void rules(List<Property> path, List<Element> elements) {
    Element first = elements.get(0);
    if (first.type() == ValueType.TERM) {
      elements.forEach(element -> oneTerm(path, element));
      return;
    }
    if (elements.stream().anyMatch(element -> element.type() != first.type())) {
      return;
    }
    String names = elements.stream().map(Element::zh).collect(Collectors.joining("、"));
    String english = elements.stream().map(Element::en).collect(Collectors.joining(", "));
    boolean single = elements.size() == 1 && !first.repeatable();
    if (elements.size() == 1 && first.essential()) {
      present(first, SHACL.Violation);
    }
    switch (first.type()) {
      case TEXT, CODE -> {
        Node property = rule(path, first, "text");
        add(property, SHACL.datatype, XSD.xstring.asNode());
        add(property, SHACL.minLength, ONE);
        say(property, "“" + names + "”须为文字，不能空白", "“" + english + "” is a text and not blank");
      }
      case INTEGER -> {
        Node property = rule(path, first, "number");
        add(property, SHACL.datatype, XSD.integer.asNode());
        say(property, "“" + names + "”须为整数", "“" + english + "” is a whole number");
      }
      case LOCALIZED, PARAGRAPHS -> {
        Node property = rule(path, first, "languages");
        add(property, SHACL.datatype, RDF.langString.asNode());
        add(property, SHACL.minLength, ONE);
        if (single) {
          add(property, SHACL.uniqueLang, bool());
        }
        say(
            property,
            "“" + names + "”不能空白，每种语言一个",
            "“" + english + "” is not blank, and there is one for each language");
      }
      default -> {
        Node property = rule(path, first, "link");
        add(property, SHACL.nodeKind, SHACL.IRI);
        say(property, "“" + names + "”须指向一个条目", "“" + english + "” refers to an entry");
      }
    }
    if (single && !first.type().isLocalized()) {
      Node property = rule(path, first, "single");
      add(property, SHACL.maxCount, ONE);
      say(property, "“" + names + "”只能有一个", "There is one “" + english + "” only");
    }
  }

  private void present(Element element, Node severity) {
    Node property = rule(properties(element, element.path().orElseThrow()), element, "given");
    if (element.type() == ValueType.TERM) {
      add(property, SHACL.qualifiedValueShape, terms(element));
      add(property, SHACL.qualifiedMinCount, ONE);
    } else {
      add(property, SHACL.minCount, ONE);
    }
    add(property, SHACL.severity, severity);
    say(
        property,
        level.label("zh") + "须著录“" + element.zh() + "”：" + element.helpZh(),
        "“"
            + element.en()
            + "” is required at the level of "
            + level.label("en")
            + ": "
            + element.helpEn());
  }

  /** States of all kinds may stand at one property, so each list is counted for itself. */
  private void oneTerm(List<Property> path, Element element) {
    Node property = rule(path, element, "single");
    add(property, SHACL.qualifiedValueShape, terms(element));
    add(property, SHACL.qualifiedMaxCount, ONE);
    say(property, "“" + element.zh() + "”只能取一个值", "“" + element.en() + "” has one value only");
  }

  private Node terms(Element element) {
    Node values = node(element.id() + "-values");
    add(
        values,
        SHACL.in,
        list(element.choices().stream().map(is -> Lt.term(is.slug()).asNode()).toList()));
    return values;
  }

  private Node rule(List<Property> path, Element element, String name) {
    Node property = node(element.id() + "-" + name);
    add(shape, SHACL.property, property);
    List<Node> steps = path.stream().map(Property::asNode).toList();
    add(property, SHACL.path, steps.size() == 1 ? steps.get(0) : list(steps));
    return property;
  }

  private void say(Node property, String zh, String en) {
    add(property, SHACL.message, NodeFactory.createLiteralLang(zh, "zh"));
    add(property, SHACL.message, NodeFactory.createLiteralLang(en, "en"));
  }

  private Node list(List<Node> members) {
    Node rest = RDF.nil.asNode();
    for (int i = members.size() - 1; i >= 0; i--) {
      Node cell = NodeFactory.createBlankNode();
      add(cell, RDF.first.asNode(), members.get(i));
      add(cell, RDF.rest.asNode(), rest);
      rest = cell;
    }
    return rest;
  }

  private Node node(String name) {
    return Lt.term(level.label("en") + "-" + name).asNode();
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node bool() {
    return NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
  }
}
