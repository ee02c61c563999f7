package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A proposal as it is kept with the signature of who saw it. */
public final class ProposalJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ProposalJson() {}

  public static String write(Proposal proposal) {
    return object(proposal).toString();
  }

  public static JsonObject object(Proposal proposal) {
    JsonArrayBuilder findings = JSON.createArrayBuilder();
    proposal.findings().forEach(finding -> findings.add(finding(finding)));
    JsonObjectBuilder json = JSON.createObjectBuilder().add("outcome", proposal.outcome().name());
    proposal.until().ifPresent(year -> json.add("until", year));
    json.add("findings", findings);
    proposal
        .opinion()
        .ifPresent(
            opinion -> {
              JsonObjectBuilder shares = JSON.createObjectBuilder();
              Arrays.stream(Outcome.values())
                  .forEach(each -> shares.add(each.name(), rounded(opinion.share(each))));
              json.add(
                  "model",
                  JSON.createObjectBuilder()
                      .add("shares", shares)
                      .add("decisions", opinion.decisions()));
            });
    return json.build();
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  private static JsonObjectBuilder finding(Finding finding) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("rule", finding.rule())
            .add("zh", finding.reason().zh())
            .add("en", finding.reason().en().orElse(finding.reason().zh()))
            .add("towards", finding.towards().name())
            .add("weight", finding.weight());
    finding.until().ifPresent(year -> json.add("until", year));
    finding
        .spot()
        .ifPresent(
            spot ->
                json.add("passage", spot.passage())
                    .add("start", spot.start())
                    .add("end", spot.end())
                    .add("words", spot.words()));
    finding.link().ifPresent(link -> json.add("link", link.uri()));
    return json;
  }

  /**
   * @throws IllegalArgumentException if it is no proposal
   */
  public static Proposal read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      List<Finding> findings =
          json.getJsonArray("findings").stream()
              .map(JsonValue::asJsonObject)
              .map(ProposalJson::finding)
              .toList();
      return new Proposal(
          Outcome.valueOf(json.getString("outcome")),
          year(json),
          findings,
          Optional.ofNullable(json.getJsonObject("model")).map(ProposalJson::opinion));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("Not a proposal: " + malformed, malformed);
    }
  }

  private static Opinion opinion(JsonObject json) {
    Map<Outcome, Double> shares = new EnumMap<>(Outcome.class);
    json.getJsonObject("shares")
        .forEach(
            (outcome, share) ->
                shares.put(Outcome.valueOf(outcome), ((JsonNumber) share).doubleValue()));
    return new Opinion(shares, List.of(), json.getInt("decisions"));
  }

  private static Finding finding(JsonObject json) {
    Optional<Finding.Spot> spot =
        text(json, "passage")
            .map(
                passage ->
                    new Finding.Spot(
                        passage,
                        json.getInt("start"),
                        json.getInt("end"),
                        json.getString("words")));
    return new Finding(
        json.getString("rule"),
        LocalizedText.of(json.getString("zh"), json.getString("en")),
        Outcome.valueOf(json.getString("towards")),
        json.getInt("weight"),
        year(json),
        spot,
        text(json, "link").flatMap(EntityIri::parse));
  }

  private static OptionalInt year(JsonObject json) {
    return json.get("until") instanceof JsonNumber year
        ? OptionalInt.of(year.intValue())
        : OptionalInt.empty();
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
