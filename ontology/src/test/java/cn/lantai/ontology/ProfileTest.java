package cn.lantai.ontology;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class ProfileTest {

  @Test
  void everyTermOfRicoExistsInItsVersion11() throws Exception {
    Set<String> known = ricoTerms();
    Set<String> unknown = new TreeSet<>();
    for (Field field : Rico.class.getFields()) {
      if (field.get(null) instanceof Resource term && term.getURI().startsWith(Rico.NS)) {
        assertEquals(field.getName(), term.getLocalName());
        if (!known.contains(field.getName())) {
          unknown.add(field.getName());
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theShapesUseOnlyTermsOfRico11() throws IOException {
    Set<String> known = ricoTerms();
    Set<Node> nodes = new HashSet<>();
    shapes().forEach(t -> nodes.addAll(List.of(t.getSubject(), t.getObject())));
    Set<String> unknown =
        nodes.stream()
            .filter(node -> node.isURI() && node.getURI().startsWith(Rico.NS))
            .map(node -> node.getURI().substring(Rico.NS.length()))
            .filter(name -> !known.contains(name))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), unknown);
  }

  private static List<Triple> shapes() {
    List<Triple> all = new ArrayList<>(Profile.shapes().find().toList());
    for (Level level : Level.values()) {
      all.addAll(DescriptionShapes.rules(level).find().toList());
      all.addAll(DescriptionShapes.obligations(level).find().toList());
    }
    return all;
  }

  @Test
  void everyRuleOfTheElementsSpeaksBothLanguages() {
    for (Level level : Level.values()) {
      for (Graph graph :
          List.of(DescriptionShapes.rules(level), DescriptionShapes.obligations(level))) {
        graph
            .find(Node.ANY, SHACL.property, Node.ANY)
            .mapWith(Triple::getObject)
            .forEach(
                rule ->
                    assertEquals(
                        Set.of("zh", "en"),
                        graph
                            .find(rule, SHACL.message, Node.ANY)
                            .mapWith(triple -> triple.getObject().getLiteralLanguage())
                            .toSet(),
                        rule.toString()));
      }
    }
  }

  @Test
  void thePathsOfTheElementsUseOnlyTermsOfRico11() throws IOException {
    Set<String> known = ricoTerms();
    Set<String> unknown = new TreeSet<>();
    for (Element element : DescriptionProfile.get().elements()) {
      Matcher term = Pattern.compile("rico:(\\w+)").matcher(element.path().toString());
      while (term.find()) {
        if (!known.contains(term.group(1))) {
          unknown.add(element + ": " + term.group(1));
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theShapesAreValidShacl() {
    assertDoesNotThrow(() -> Shapes.parse(Profile.shapes()));
    assertFalse(Shapes.parse(Profile.shapes()).isEmpty());
  }

  @Test
  void everyOwnTermHasALabelInBothLanguages() {
    Graph vocabulary = Profile.vocabulary();
    Node label = SKOS.prefLabel.asNode();
    vocabulary
        .find(Node.ANY, NodeFactory.createURI(SKOS.inScheme.getURI()), Node.ANY)
        .forEach(
            triple ->
                assertEquals(
                    Set.of("zh", "en"),
                    vocabulary
                        .find(triple.getSubject(), label, Node.ANY)
                        .mapWith(t -> t.getObject().getLiteralLanguage())
                        .toSet(),
                    triple.getSubject().toString()));
  }

  private static Set<String> ricoTerms() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ProfileTest.class.getResourceAsStream("/rico-1.1-terms.txt"),
                StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.toSet());
    }
  }
}
