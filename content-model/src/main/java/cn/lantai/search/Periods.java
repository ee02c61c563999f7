package cn.lantai.search;

import cn.lantai.date.EdtfDate;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Profile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** The periods of history of the profile, the earliest first. */
public final class Periods {

  /** A period; its key is the name of its term in the profile. */
  public record Period(String key, LocalizedText label, LocalDate from, LocalDate to) {}

  private static final List<Period> ALL = read(Profile.periods());

  private Periods() {}

  public static List<Period> all() {
    return ALL;
  }

  public static Optional<Period> find(String key) {
    return ALL.stream().filter(period -> period.key().equals(key)).findFirst();
  }

  private static List<Period> read(Graph profile) {
    return profile
        .find(Node.ANY, DCTerms.temporal.asNode(), Node.ANY)
        .mapWith(
            time -> {
              EdtfDate date = EdtfDate.parse(time.getObject().getLiteralLexicalForm());
              return new Period(
                  time.getSubject().getURI().substring(Lt.NS.length()),
                  LocalizedText.of(
                      label(profile, time.getSubject(), "zh"),
                      label(profile, time.getSubject(), "en")),
                  date.earliest().orElse(LocalDate.MIN),
                  date.latest().orElse(LocalDate.MAX));
            })
        .toList()
        .stream()
        .sorted(Comparator.comparing(Period::from))
        .toList();
  }

  private static String label(Graph profile, Node period, String language) {
    return profile
        .find(period, SKOS.prefLabel.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(label -> label.getLiteralLanguage().equals(language))
        .next()
        .getLiteralLexicalForm();
  }
}
